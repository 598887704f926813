/** How many days receipts of cards may be kept, and are where nobody has chosen. */
export const RECEIPT_DAYS = { least: 30, most: 3650, usual: 730 } as const;
