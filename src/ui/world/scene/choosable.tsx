import type { ReactNode } from 'react';
import { useIsLit } from './lit.ts';
import type { SceneNode } from './scene-types.ts';

export interface NodeProps {
  readonly node: SceneNode;
  /** The one that Tab comes to. */
  readonly isActive: boolean;
  /** Of its service, if it has one. */
  readonly colour: number | undefined;
}

interface ChoosableProps extends NodeProps {
  name: string;
  /** Shown on hover; its name unless given. */
  title?: string;
  className?: string;
  /** Where it can be pressed; all of it unless given. */
  pressed?: { readonly width: number; readonly height: number };
  children?: ReactNode;
}

/** A node as a button with its frame; what is in it is drawn from its upper left corner. */
export function Choosable({
  node,
  isActive,
  name,
  title = name,
  className = '',
  pressed,
  children,
}: ChoosableProps) {
  const isLit = useIsLit(node.id);
  const { id, kind, x, y, width, height } = node;
  return (
    <g
      role="button"
      tabIndex={isActive ? 0 : -1}
      aria-label={name}
      data-node={id}
      className={`node node-${kind} ${className}${isLit ? ' lit' : ''}`}
      style={{ transform: `translate(${x}px, ${y}px)` }}
    >
      <title>{title}</title>
      <rect className="hit" width={pressed?.width ?? width} height={pressed?.height ?? height} />
      {children}
      <rect className="ring" x={-2} y={-2} width={width + 4} height={height + 4} rx={7} />
    </g>
  );
}
