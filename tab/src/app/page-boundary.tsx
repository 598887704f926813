import { Component, type ReactNode } from 'react';
import { ProblemView } from '../components/problem-view.tsx';

interface PageBoundaryProps {
  readonly children: ReactNode;
}
interface PageBoundaryState {
  readonly error: unknown;
  readonly failed: boolean;
}

/** Keeps a page that breaks from taking the others with it. Given a key per page, leaving the page mends it. */
export class PageBoundary extends Component<PageBoundaryProps, PageBoundaryState> {
  override state: PageBoundaryState = { error: null, failed: false };

  static getDerivedStateFromError(error: unknown): PageBoundaryState {
    return { error, failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    // Most often a page's code that a newer version has replaced: only loading anew brings it.
    return <ProblemView error={this.state.error} onRetry={() => window.location.reload()} />;
  }
}
