import { Anchor, Button, Menu, type AnchorProps, type ButtonProps, type MenuItemProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ReactNode, Ref } from 'react';

type Linked<P> = Omit<P, 'href'> & { ref?: Ref<HTMLAnchorElement>; children?: ReactNode; 'data-testid'?: string };

/** Mantine's clickable things as links of the console: the addresses are checked by the compiler. */
export const TextLink = createLink((props: Linked<AnchorProps>) => <Anchor size="sm" {...props} />);
export const ButtonLink = createLink((props: Linked<ButtonProps>) => <Button component="a" {...props} />);
export const MenuItemLink = createLink((props: Linked<MenuItemProps>) => <Menu.Item component="a" {...props} />);
