type Item = { id: string; label: string; note: string }
type Props = {
  label: string
  items: readonly Item[]
  checked: ReadonlySet<string>
  onChange: (checked: ReadonlySet<string>) => void
}

/** Some of several, each with a quiet line beside its name. */
export function CheckList({ label, items, checked, onChange }: Props) {
  const toggle = (id: string) => {
    const next = new Set(checked)
    if (!next.delete(id)) next.add(id)
    onChange(next)
  }
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium text-soft">{label}</legend>
      <ul className="max-h-52 overflow-y-auto rounded-control bg-page py-1">
        {items.map(({ id, label: name, note }) => (
          <li key={id}>
            <label className="flex min-h-10 cursor-pointer items-center gap-3 px-3 py-1.5 text-sm hover:bg-hover">
              <input
                type="checkbox"
                checked={checked.has(id)}
                onChange={() => toggle(id)}
                className="size-4 shrink-0 accent-(--accent)"
              />
              <span className="min-w-0 grow truncate">{name}</span>
              <span className="max-w-[55%] shrink-0 truncate text-xs text-faint">{note}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
