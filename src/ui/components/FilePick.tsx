export interface FilePickProps {
  label: string;
  accept: string;
  onPick: (file: File) => void;
}

/** A file field that looks like the other buttons. */
export function FilePick({ label, accept, onPick }: FilePickProps) {
  return (
    <label class="button file-pick">
      {label}
      <input
        type="file"
        class="visually-hidden"
        accept={accept}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) onPick(file);
          // The same file can be picked again.
          currentTarget.value = '';
        }}
      />
    </label>
  );
}
