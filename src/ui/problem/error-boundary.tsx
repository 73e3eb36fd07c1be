import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Report } from './problem-dialog.tsx';

interface ErrorBoundaryProps {
  /** What it is around, for the report: `the editor`. */
  name: string;
  children: ReactNode;
}

interface Failure {
  failure: { error: unknown; stack: string } | undefined;
}

/** Keeps a mistake in one panel from taking the others along. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, Failure> {
  override state: Failure = { failure: undefined };

  static getDerivedStateFromError(error: unknown): Failure {
    return { failure: { error, stack: '' } };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    this.setState({ failure: { error, stack: componentStack ?? '' } });
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    const text =
      failure.error instanceof Error ? (failure.error.stack ?? failure.error.message) : String(failure.error);
    return (
      <section className="panel panel-failed" role="alert">
        <h2>Something in Drydock went wrong</h2>
        <p>It is a mistake in {this.props.name}. The machine goes on, and nothing is lost.</p>
        <Report text={`${text}\n${failure.stack}`} />
        <button type="button" className="button" onClick={() => this.setState({ failure: undefined })}>
          Show {this.props.name} again
        </button>
      </section>
    );
  }
}
