/** Something that a table wrote on its card, in its own words and without anybody's name. */
export interface TableText {
  kind: 'guide' | 'problem' | 'solution' | 'conclusion';
  /** The guiding question that it answers; null for other kinds. */
  guide: string | null;
  /** The key of the event, and what it is called. */
  event: string;
  eventName: string;
  /** The table's name. */
  table: string;
  text: string;
}
