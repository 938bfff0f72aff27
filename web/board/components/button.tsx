import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaProps } from "react-aria-components";
import "./button.css";

interface ButtonProps extends Omit<AriaProps, "children" | "className" | "style"> {
  readonly variant?: "primary" | "quiet" | "danger";
  readonly children: ReactNode;
}

/** While `isPending` it keeps the focus and ignores presses. */
export const Button = ({ variant = "quiet", children, ...props }: ButtonProps) => (
  <AriaButton {...props} className={`button button-${variant}`}>
    {children}
  </AriaButton>
);
