import { catalogueCountries, catalogueLanguages } from '../../domain/catalogue/catalogue';
import { sortedNames } from '../catalogue-groups';
import { t } from '../i18n';
import { type CatalogueChoice, OWN_LANGUAGES } from '../state/catalogue-choice';

interface SelectProps {
  label: string;
  value: string;
  options: [value: string, name: string][];
  onChange: (value: string) => void;
}

function Select({ label, value, options, onChange }: SelectProps) {
  return (
    <label class="catalogue-filter">
      {label}
      <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {options.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Which part of the catalogue is shown. What is ticked elsewhere stays ticked. */
export function CatalogueFilter({ choice }: { choice: CatalogueChoice }) {
  return (
    <div class="catalogue-filters">
      <Select
        label={t('catalogueLanguage')}
        value={choice.language.value ?? ''}
        options={[
          [OWN_LANGUAGES, t('ownLanguages')],
          ['', t('allLanguages')],
          ...sortedNames('language', catalogueLanguages()),
        ]}
        onChange={(value) => choice.setLanguage(value || null)}
      />
      <Select
        label={t('catalogueCountry')}
        value={choice.country.value ?? ''}
        options={[['', t('allCountries')], ...sortedNames('region', catalogueCountries())]}
        onChange={(value) => choice.setCountry(value || null)}
      />
    </div>
  );
}
