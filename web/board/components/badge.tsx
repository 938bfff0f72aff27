import type { ReactNode } from "react";
import type { Tone } from "../../../lambdas/contract/board.ts";
import "./badge.css";

interface BadgeProps {
  readonly tone?: Tone;
  readonly children: ReactNode;
}

export const Badge = ({ tone = "plain", children }: BadgeProps) => (
  <span className={`badge badge-${tone}`}>{children}</span>
);
