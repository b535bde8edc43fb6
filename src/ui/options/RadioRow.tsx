export interface RadioOption<V extends string> {
  value: V;
  text: string;
  /** Of the text, where it is not the page's. */
  lang?: string;
}

export interface RadioRowProps<V extends string> {
  name: string;
  legend: string;
  note?: string | undefined;
  options: RadioOption<V>[];
  chosen: V;
  onChange: (value: V) => void;
}

/** One of a few, side by side. */
export function RadioRow<V extends string>(props: RadioRowProps<V>) {
  const { name, legend, note, options, chosen, onChange } = props;
  return (
    <fieldset class="choices is-row">
      <legend>{legend}</legend>
      {options.map(({ value, text, lang }) => (
        <label key={value} class="choice">
          <input
            type="radio"
            name={name}
            checked={value === chosen}
            onChange={() => onChange(value)}
          />
          <span lang={lang}>{text}</span>
        </label>
      ))}
      {note && <p class="note">{note}</p>}
    </fieldset>
  );
}
