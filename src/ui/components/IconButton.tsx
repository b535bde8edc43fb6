import { Icon, type IconName } from './Icon';

export interface IconButtonProps {
  icon: IconName;
  label: string;
  onClick?: () => void;
  isPressed?: boolean;
  isExpanded?: boolean;
  isDisabled?: boolean;
  /** The id of a popover that the button opens. */
  opens?: string;
}

export function IconButton(props: IconButtonProps) {
  return (
    <button
      type="button"
      class={`icon-button does-${props.icon}`}
      aria-label={props.label}
      title={props.label}
      aria-pressed={props.isPressed}
      aria-expanded={props.isExpanded}
      aria-disabled={props.isDisabled}
      popovertarget={props.opens}
      onClick={props.onClick}
    >
      <Icon name={props.icon} />
    </button>
  );
}
