import { Component, type ReactNode } from "react";

interface ErrorBoundaryProps {
  /** Another one begins anew. */
  readonly place: string;
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** A page that fails takes nothing else with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failedAt?: string }> {
  override state: { readonly failedAt?: string } = {};

  static getDerivedStateFromError = (): { readonly failedAt?: string } => ({ failedAt: "" });

  override componentDidCatch(): void {
    this.setState({ failedAt: this.props.place });
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (before.place !== this.props.place && this.state.failedAt !== undefined) this.setState({ failedAt: undefined });
  }

  override render(): ReactNode {
    return this.state.failedAt === undefined ? this.props.children : this.props.fallback;
  }
}
