import type { ComponentChildren } from 'preact';

export interface StoryLinkProps {
  title: string;
  url: string | null;
  hint?: string | undefined;
  /** The headline as it is shown, if not plainly. */
  children?: ComponentChildren;
  /** `isPointed`: by a single click, not by a key or a second click. */
  onOpen: (isBehind: boolean, isPointed: boolean) => void;
}

/**
 * A headline. A real link, so that the browser's own menu for links works on it, but the worker
 * opens it: it also marks the story read.
 */
export function StoryLink({ title, url, hint, children, onOpen }: StoryLinkProps) {
  function open(event: MouseEvent): void {
    if (event.button > 1) return;
    event.preventDefault();
    const isBehind = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
    onOpen(isBehind, event.detail === 1);
  }
  if (url === null) {
    return (
      <button
        type="button"
        class="story-link"
        dir="auto"
        title={hint}
        onClick={(event) => onOpen(false, event.detail === 1)}
      >
        {children ?? title}
      </button>
    );
  }
  return (
    <a
      class="story-link"
      dir="auto"
      href={url}
      rel="noreferrer"
      title={hint}
      onClick={open}
      onAuxClick={open}
    >
      {children ?? title}
    </a>
  );
}
