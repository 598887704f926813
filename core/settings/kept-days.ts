/** How many days something may be kept, and is where nobody has chosen. */
export interface KeptDays {
  readonly least: number;
  readonly most: number;
  readonly usual: number;
}

/** Receipts of cards. */
export const RECEIPT_DAYS: KeptDays = { least: 30, most: 3650, usual: 730 };

/** Entries of the audit log: at least a quarter, so that what somebody did can still be asked about. */
export const AUDIT_DAYS: KeptDays = { least: 90, most: 3650, usual: 730 };
