import type { ReactNode } from 'react';

interface IconButtonProps {
  /** Its name for screen readers, and the hint on hover. */
  label: string;
  onClick: () => void;
  children: ReactNode;
  size?: 'small' | 'normal';
  pressed?: boolean;
  disabled?: boolean;
}

/** A button that shows only an icon. */
export function IconButton({
  label,
  onClick,
  children,
  size = 'normal',
  pressed,
  disabled,
}: IconButtonProps) {
  return (
    <button
      type="button"
      className={`icon-button icon-button-${size}`}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
