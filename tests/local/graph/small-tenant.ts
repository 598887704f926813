import {
  itemsFromArray,
  type SampleTenant,
  type TenantItem,
  type TenantItems,
  type TenantList,
  type TenantPerson,
} from '../../../local/graph/tenant-content.ts';

const CREATED = '2025-01-15T08:00:00Z';
export const SITE_ID =
  'smaby.sharepoint.com,11111111-1111-4111-8111-111111111111,22222222-2222-4222-8222-222222222222';
export const SECRET_SITE_ID =
  'smaby.sharepoint.com,33333333-3333-4333-8333-333333333333,44444444-4444-4444-8444-444444444444';
export const UNITS_LIST_ID = 'aaaaaaaa-0000-4000-8000-000000000001';
export const ANSWERS_LIST_ID = 'aaaaaaaa-0000-4000-8000-000000000002';
export const ANSWER_COUNT = 450;
export const BIG_LIST_ID = 'aaaaaaaa-0000-4000-8000-000000000003';

export const ALICE: TenantPerson = {
  lookupId: '7',
  id: 'bbbbbbbb-0000-4000-8000-000000000001',
  displayName: 'Alice Alm',
  email: 'alice.alm@smaby.example',
};

function item(listId: string, id: number, fields: TenantItem['fields']): TenantItem {
  return {
    id: String(id),
    eTag: `"${listId},1"`,
    createdDateTime: CREATED,
    lastModifiedDateTime: CREATED,
    createdBy: ALICE,
    fields,
  };
}

function list(
  id: string,
  displayName: string,
  columns: TenantList['columns'],
  items: TenantItems,
): TenantList {
  return {
    id,
    name: displayName,
    displayName,
    description: '',
    webUrl: `https://smaby.sharepoint.com/sites/digitalt/Lists/${encodeURIComponent(displayName)}`,
    createdDateTime: CREATED,
    lastModifiedDateTime: CREATED,
    columns,
    items,
  };
}

const UNITS = list(
  UNITS_LIST_ID,
  'Enheter',
  [{ id: 'cccccccc-0000-4000-8000-000000000001', name: 'Title', displayName: 'Enhet', text: {} }],
  itemsFromArray([
    item(UNITS_LIST_ID, 1, { Title: 'Förskolan Linden' }),
    item(UNITS_LIST_ID, 2, { Title: 'Hemtjänsten' }),
  ]),
);

const ANSWERS = list(
  ANSWERS_LIST_ID,
  'Medarbetarsvar',
  [
    {
      id: 'cccccccc-0000-4000-8000-000000000002',
      name: 'Svar',
      displayName: 'Svar',
      choice: { choices: [] },
    },
    {
      id: 'cccccccc-0000-4000-8000-000000000003',
      name: 'Enhet',
      displayName: 'Enhet',
      indexed: true,
      lookup: { listId: UNITS_LIST_ID, columnName: 'Title', allowMultipleValues: false },
    },
    {
      id: 'cccccccc-0000-4000-8000-000000000004',
      name: 'F_x00f6_rv_x00e4_ntat',
      displayName: 'Förväntat',
      number: { displayAs: 'percentage' },
    },
    {
      id: 'cccccccc-0000-4000-8000-000000000005',
      name: 'Ansvarig',
      displayName: 'Ansvarig',
      personOrGroup: { allowMultipleSelection: false },
    },
  ],
  itemsFromArray(
    Array.from({ length: ANSWER_COUNT }, (_, index) =>
      item(ANSWERS_LIST_ID, index + 1, {
        Svar: String((index % 5) + 1),
        EnhetLookupId: String((index % 2) + 1),
        F_x00f6_rv_x00e4_ntat: 0.651,
        AnsvarigLookupId: '7',
      }),
    ),
  ),
);

/** A million rows that are made when asked for, with gaps among their ids. */
const BIG = list(
  BIG_LIST_ID,
  'Stor lista',
  [{ id: 'cccccccc-0000-4000-8000-000000000006', name: 'Svar', displayName: 'Svar', text: {} }],
  {
    itemCount: 1_000_000,
    itemAt: (index) => item(BIG_LIST_ID, index * 3 + 2, { Svar: String((index % 5) + 1) }),
  },
);

const site = (id: string, name: string, displayName: string) => ({
  id,
  name,
  displayName,
  webUrl: `https://smaby.sharepoint.com/sites/${name}`,
  createdDateTime: CREATED,
  lastModifiedDateTime: CREATED,
  people: [ALICE],
});

export const SMALL_TENANT: SampleTenant = {
  tenantId: 'dddddddd-0000-4000-8000-000000000001',
  host: 'smaby.sharepoint.com',
  sites: [
    {
      ...site(SITE_ID, 'digitalt', 'Digital utveckling'),
      lists: [UNITS, ANSWERS, BIG],
      files: [
        {
          id: '01SVAR',
          name: 'Svar 2025.csv',
          webUrl: 'https://smaby.sharepoint.com/sites/digitalt/Delade dokument/Svar 2025.csv',
          mimeType: 'text/csv',
          createdDateTime: CREATED,
          lastModifiedDateTime: CREATED,
          createdBy: ALICE,
          content: new TextEncoder().encode('enhet;svar\nHemtjänsten;4\n'),
        },
      ],
    },
    { ...site(SECRET_SITE_ID, 'hemligt', 'Digital personalakt'), lists: [], files: [] },
  ],
};
