/** The texts of one language, as they are packed: `_locales/<language>/messages.json`. */
export type Texts = Readonly<Record<string, Text>>;

interface Text {
  message: string;
  /** Names of values in the message, in small letters; `content` says which value: `$1`. */
  placeholders?: Record<string, { content: string }>;
}

/**
 * What `i18n.getMessage` says, in a language of our choice: values stand in place of `$1` to `$9` and of named
 * placeholders (`$TOPICS$`). Our messages have no `$$`; a test says so.
 * @returns an empty text for a key that is not there, as the browser does
 */
export function fillText(texts: Texts, key: string, values: readonly string[]): string {
  const { message = '', placeholders = {} } = texts[key] ?? {};
  const valueAt = (place: string) => values[Number(place) - 1] ?? '';
  return message.replace(
    /\$(?:(\d)|(\w+)\$)/g,
    (_, place: string | undefined, name: string = '') =>
      place === undefined
        ? (placeholders[name.toLowerCase()]?.content ?? '').replace(/\$(\d)/g, (_, at) =>
            valueAt(at),
          )
        : valueAt(place),
  );
}
