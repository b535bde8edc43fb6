import { waitUntil } from './wait';

/**
 * The real popup that hangs on the toolbar button. Only a click on that button lets the extension read
 * the current tab, so that a popup page in a tab of its own cannot stand in for it.
 */
export interface ActionPopup {
  /** What a person reads in it. */
  text(): Promise<string>;
  /** Waits for the button with this name and clicks it, as a person does. */
  click(name: string): Promise<void>;
}

/** Runs an expression in the popup during what counts as a click. */
export type RunInPopup = (expression: string) => Promise<unknown>;

export function createActionPopup(run: RunInPopup): ActionPopup {
  return {
    text: async () => String(await run('document.body.innerText')),
    async click(name) {
      const wanted = JSON.stringify(name);
      await waitUntil(`the button "${name}" in the popup`, () =>
        run(`(() => {
          const nameOf = (button) => button.getAttribute('aria-label') ?? button.textContent.trim();
          const button = [...document.querySelectorAll('button')].find((one) => nameOf(one) === ${wanted});
          button?.click();
          return button !== undefined;
        })()`),
      );
    },
  };
}
