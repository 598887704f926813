import type { ColumnFacts, ListRow } from '#core/result/intake.ts';

/** A list's rows as they were last read, and the link that tells what has changed since. Never of a survey. */
export interface KeptRows {
  readonly deltaLink: string;
  /** The columns the rows were read with: others make them useless. */
  readonly columns: readonly ColumnFacts[];
  readonly rows: readonly ListRow[];
}

/** Rows kept between readings, per tenant and place. Losing them costs a full reading, nothing else. */
export interface KeptRowsStore {
  find(tenantId: string, key: string): Promise<KeptRows | null>;
  save(tenantId: string, key: string, kept: KeptRows): Promise<void>;
}

/** A list as it was when it was described, with the columns that a source reads. Holds no row and no value. */
export interface ListDescription {
  /** ISO instant. */
  readonly describedAt: string;
  readonly name: string;
  readonly webUrl: string | null;
  readonly eTag: string | null;
  readonly lastChangedAt: string | null;
  /** Facts of the columns, with the member of a row's fields that each is read from. */
  readonly columns: readonly (ColumnFacts & { readonly fieldName: string })[];
}

/** Descriptions of lists, so that a day on which a list has not changed does not ask for them. Losing one costs a request. */
export interface ListDescriptions {
  find(tenantId: string, key: string): Promise<ListDescription | null>;
  save(tenantId: string, key: string, description: ListDescription): Promise<void>;
}

/** What was known when a year was last computed, to see whether anything has changed since. */
export interface YearMarks {
  readonly settingsVersion: number;
  readonly computedAt: string;
  /** By source id; a source without a mark counts as changed. */
  readonly marks: Readonly<Record<string, string>>;
}

export interface YearMarksStore {
  find(tenantId: string, year: number): Promise<YearMarks | null>;
  save(tenantId: string, year: number, marks: YearMarks): Promise<void>;
}
