/**
 * Text as bytes of a legacy encoding: the reverse of what `TextDecoder` says for every sequence of one
 * or two bytes. Serves single-byte encodings and the double-byte ones of East Asia.
 */
export function encodeText(text: string, encoding: string): Uint8Array {
  const table = reverseTable(encoding);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = table.get(character);
      if (!bytes) throw new Error(`"${character}" is not in ${encoding}`);
      return bytes;
    }),
  );
}

function reverseTable(encoding: string): Map<string, number[]> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, number[]>();
  const learn = (bytes: number[]): boolean => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes));
      if ([...character].length === 1 && !table.has(character)) table.set(character, bytes);
      return true;
    } catch {
      return false;
    }
  };
  for (let lead = 0; lead < 256; lead += 1) {
    if (learn([lead])) continue;
    for (let trail = 0x40; trail < 256; trail += 1) learn([lead, trail]);
  }
  return table;
}
