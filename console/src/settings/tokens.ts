const SOON = 14 * 24 * 60 * 60 * 1000;

/** Whether a token is over, or will be within two weeks. */
export function endsSoon(at: string, now: Date): 'over' | 'soon' | undefined {
  const left = Date.parse(at) - now.getTime();
  return left <= 0 ? 'over' : left < SOON ? 'soon' : undefined;
}
