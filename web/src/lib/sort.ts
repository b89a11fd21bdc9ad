/** Rows in the order that a person asks for: words as the language orders them, numbers as numbers, nothing last. */

export type Cell = string | number | null | undefined
export type Way = 'ascending' | 'descending'

/** The rows in order of what `cell` gives; rows that are equal stay as they were. */
export function sorted<Row>(rows: readonly Row[], cell: (row: Row) => Cell, way: Way, language: string): Row[] {
  const words = new Intl.Collator(language, { numeric: true, sensitivity: 'base' })
  const turn = way === 'ascending' ? 1 : -1
  const empty = (c: Cell): c is null | undefined | '' => c === null || c === undefined || c === ''
  return rows
    .map((row, at) => ({ row, at, cell: cell(row) }))
    .sort((a, b) => {
      if (empty(a.cell) || empty(b.cell)) return Number(empty(a.cell)) - Number(empty(b.cell)) || a.at - b.at
      const both = typeof a.cell === 'number' && typeof b.cell === 'number'
      const order = both ? (a.cell as number) - (b.cell as number) : words.compare(String(a.cell), String(b.cell))
      return order * turn || a.at - b.at
    })
    .map((r) => r.row)
}
