import { t } from '../i18n';

export interface AddressFieldProps {
  value: string;
  /** What the button says. */
  action: string;
  /** Why the address cannot be used. */
  complaint: string | null;
  onInput: (text: string) => void;
  onSubmit: () => void;
}

export function AddressField(props: AddressFieldProps) {
  const { complaint } = props;
  return (
    <form
      class="address-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      <label for="address">{t('addressLabel')}</label>
      <div class="field-row">
        <input
          id="address"
          type="url"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          dir="ltr"
          placeholder="example.com"
          value={props.value}
          aria-invalid={complaint !== null}
          aria-describedby="address-complaint"
          onInput={({ currentTarget }) => props.onInput(currentTarget.value)}
        />
        <button type="submit" class="button">
          {props.action}
        </button>
      </div>
      <p id="address-complaint" class="complaint" role="alert">
        {complaint}
      </p>
    </form>
  );
}
