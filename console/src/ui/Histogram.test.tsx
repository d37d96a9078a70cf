import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Histogram } from './Histogram';

const bars = Array.from({ length: 10 }, (_, i) => ({ title: `bar ${i}`, parts: [{ value: i, colour: 'red' }] }));

it('is brushed with the arrow keys: Shift widens, Enter takes, Escape lets go', async () => {
  const onBrush = vi.fn();
  render(<Histogram label="over time" hint="how" bars={bars} from="then" to="now" onBrush={onBrush} />);
  const slider = screen.getByRole('slider', { name: 'over time' });
  const user = userEvent.setup();
  await user.tab();
  expect(document.activeElement).toBe(slider);
  await user.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(slider.getAttribute('aria-valuetext')).toBe('bar 8');
  await user.keyboard('{Escape}{Enter}');
  expect(onBrush).not.toHaveBeenCalled();
  await user.keyboard('{ArrowLeft}{Home}{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
  expect(slider.getAttribute('aria-valuetext')).toBe('bar 0 – bar 2');
  await user.keyboard('{Enter}');
  expect(onBrush).toHaveBeenCalledExactlyOnceWith(0, 2);
});

it('does not leave its ends', async () => {
  const onBrush = vi.fn();
  render(<Histogram label="over time" hint="how" bars={bars} from="then" to="now" onBrush={onBrush} />);
  const user = userEvent.setup();
  await user.tab();
  await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{Enter}');
  expect(onBrush).toHaveBeenCalledExactlyOnceWith(9, 9);
});
