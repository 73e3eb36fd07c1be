import type { KeyboardEvent, ReactNode } from 'react';

interface Tab {
  id: string;
  label: ReactNode;
}

interface TabListProps {
  label: string;
  tabs: readonly Tab[];
  active: string | undefined;
  onSelect: (id: string) => void;
  /** Id of the element a tab shows. */
  controls: (id: string) => string;
  /** What stands beside a tab's name, such as a close button. */
  trailing?: (id: string) => ReactNode;
}

/** Tabs after the ARIA pattern: one stop for Tab, arrows between them. */
export function TabList({ label, tabs, active, onSelect, controls, trailing }: TabListProps) {
  const move = (event: KeyboardEvent<HTMLElement>, index: number): void => {
    const target = targetIndex(event.key, index, tabs.length);
    const next = target === undefined ? undefined : tabs[target];
    if (!next) return;
    event.preventDefault();
    onSelect(next.id);
    document.getElementById(tabId(next.id))?.focus();
  };
  return (
    <div className="tab-list">
      <div
        role="tablist"
        aria-label={label}
        aria-owns={tabs.map(({ id }) => tabId(id)).join(' ')}
        className="tab-list-owner"
      />
      {tabs.map(({ id, label: name }, index) => (
        <span key={id} className={id === active ? 'tab tab-active' : 'tab'}>
          <button
            type="button"
            role="tab"
            id={tabId(id)}
            aria-selected={id === active}
            aria-controls={controls(id)}
            tabIndex={id === active || (active === undefined && index === 0) ? 0 : -1}
            onClick={() => onSelect(id)}
            onKeyDown={(event) => move(event, index)}
          >
            {name}
          </button>
          {trailing?.(id)}
        </span>
      ))}
    </div>
  );
}

/** An element id without spaces, as lists of ids need. */
const tabId = (id: string): string => `tab-${encodeURIComponent(id)}`;

/** Where an arrow, Home or End leads from a tab, round the ends. */
function targetIndex(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (index + 1) % count;
    case 'ArrowLeft':
      return (index - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
