import { AddressField } from '../components/AddressField';
import { feedErrorText } from '../feed-error-text';
import type { FeedAdder } from '../state/feed-adder';
import { AddOutcome } from './AddOutcome';

/** A feed by its address, or by its site's. */
export function AddFeed({ adder, now }: { adder: FeedAdder; now: number }) {
  const adding = adder.adding.value;
  const complaint = adding.kind === 'failed' ? feedErrorText(adding.error, now) : null;
  return (
    <div class="add-feed">
      <AddressField
        value={adder.typed.value}
        isBusy={adding.kind === 'busy'}
        complaint={complaint}
        onInput={adder.type}
        onSubmit={adder.add}
      />
      <AddOutcome
        adding={adding}
        onChoose={adder.choose}
        onAllow={adder.allow}
        onRetry={adder.add}
      />
    </div>
  );
}
