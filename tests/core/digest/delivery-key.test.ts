import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deliveryId, deliverySlot, type DeliveryKey } from '#core/digest/delivery-key.ts';

const key: DeliveryKey = {
  tenantId: 't',
  subscriptionId: 's',
  targetId: 'ledning',
  period: '2026-03-02T07:00:00.000Z',
  contentHash: 'c',
};

describe('a delivery', () => {
  test('is another one as soon as one part of its key is another', () => {
    const parts = Object.keys(key) as (keyof DeliveryKey)[];
    const ids = parts.map((part) => deliveryId({ ...key, [part]: `${key[part]}x` }));
    expect(new Set([deliveryId(key), ...ids]).size).toBe(parts.length + 1);
  });

  test('takes up the same place whatever it says, and another in every other channel and period', () => {
    expect(deliverySlot({ ...key, contentHash: 'other' })).toBe(deliverySlot(key));
    expect(deliverySlot({ ...key, targetId: 'digitalisering' })).not.toBe(deliverySlot(key));
    expect(deliverySlot({ ...key, period: '2026-03-09T07:00:00.000Z' })).not.toBe(deliverySlot(key));
  });

  test('can not be confused with one whose parts are cut elsewhere', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (left, right) => {
        const one = deliveryId({ ...key, subscriptionId: left + right, targetId: '' });
        const other = deliveryId({ ...key, subscriptionId: left, targetId: right });
        expect(one).not.toBe(other);
      }),
    );
  });
});
