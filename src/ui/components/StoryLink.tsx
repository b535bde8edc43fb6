export interface StoryLinkProps {
  title: string;
  url: string | null;
  hint?: string | undefined;
  /** `isPointed`: by a single click, not by a key or a second click. */
  onOpen: (isBehind: boolean, isPointed: boolean) => void;
}

/**
 * A headline. A real link, so that the browser's own menu for links works on it, but the worker
 * opens it: it also marks the story read.
 */
export function StoryLink({ title, url, hint, onOpen }: StoryLinkProps) {
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
        {title}
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
      {title}
    </a>
  );
}
