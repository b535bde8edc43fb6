/** Of the field in which is written what is searched for. */
export const FIELD_ID = 'search-field';
