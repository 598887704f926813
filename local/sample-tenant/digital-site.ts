import type { TenantItems, TenantList, TenantSite } from '../graph/tenant-content.ts';
import { benefitRows } from './benefit-rows.ts';
import { KIND_WORDS, UNMAPPED_KIND } from './declared/benefits.ts';
import { DECLARED_INITIATIVES, STATUS_WORDS } from './declared/initiatives.ts';
import { AREA_WORDS } from './declared/maturity.ts';
import { initiativeRows } from './initiative-rows.ts';
import {
  choiceColumn,
  dateColumn,
  listOf,
  lookupColumn,
  manyLookupColumn,
  noteColumn,
  numberColumn,
  personColumn,
  textColumn,
} from './list-shapes.ts';
import { maturityRows } from './maturity-rows.ts';
import { LIST_IDS, SITES } from './names.ts';
import { PERSON_IDS } from './people.ts';
import { sampleFiles } from './sample-files.ts';
import { siteAddress, siteOf, someone } from './site-shape.ts';
import { trendRows } from './trend-rows.ts';

const SITE_NAME = 'digitalisering';
const site = { webUrl: siteAddress(SITE_NAME) };

/** The site of the digitalisation staff: maturity, initiatives, the benefit register and the trend watch. */
export function digitalSite(changedAt: string): TenantSite {
  const initiatives = initiativeList(changedAt);
  const benefits = benefitList(changedAt);
  const lists = [maturityList(changedAt), initiatives, benefits, trendList(changedAt, initiatives.items)];
  const rows = { initiatives: initiatives.items, benefits: benefits.items };
  return siteOf(SITES.digital, SITE_NAME, changedAt, lists, sampleFiles(site.webUrl, changedAt, rows));
}

function maturityList(changedAt: string): TenantList {
  const columns = [
    textColumn('Respondentkod'),
    textColumn('Påstående'),
    choiceColumn('Område', Object.values(AREA_WORDS)),
    numberColumn('Svar'),
    numberColumn('År'),
  ];
  const identity = {
    id: LIST_IDS.maturity,
    name: 'DiMiOS',
    displayName: 'Digital mognad (DiMiOS)',
    changedAt,
  };
  return listOf(site, identity, columns, maturityRows(), someone(2));
}

function initiativeList(changedAt: string): TenantList {
  const columns = [
    textColumn('Initiativ-ID'),
    choiceColumn('Status', Object.values(STATUS_WORDS).flat()),
    dateColumn('Beslutsdatum'),
    choiceColumn('Förvaltningsobjekt', Object.keys(DECLARED_INITIATIVES[2025].objects)),
    personColumn('Ansvarig'),
    numberColumn('Innovation-effektivitet'),
    numberColumn('Operativ-strategisk'),
    numberColumn('Extern-intern'),
  ];
  const identity = {
    id: LIST_IDS.initiatives,
    name: 'Initiativ',
    displayName: 'Digitala initiativ',
    changedAt,
  };
  return listOf(site, identity, columns, initiativeRows(PERSON_IDS), someone(3));
}

function benefitList(changedAt: string): TenantList {
  const columns = [
    textColumn('Nytto-ID'),
    lookupColumn('Initiativ', LIST_IDS.initiatives),
    numberColumn('År'),
    numberColumn('Utgångsvärde'),
    numberColumn('Förväntat'),
    numberColumn('Utfall'),
    numberColumn('Vikt'),
    choiceColumn('Nyttotyp', [...Object.values(KIND_WORDS), UNMAPPED_KIND]),
    choiceColumn('Förvaltningsobjekt', Object.keys(DECLARED_INITIATIVES[2025].objects)),
  ];
  const identity = { id: LIST_IDS.benefits, name: 'Nyttoregister', displayName: 'Nyttoregister', changedAt };
  return listOf(site, identity, columns, benefitRows(), someone(4));
}

function trendList(changedAt: string, initiatives: TenantItems): TenantList {
  const columns = [
    choiceColumn('Slag', ['Beteende', 'Teknik', 'Omställning']),
    textColumn('Målområde'),
    noteColumn('Betyder för oss'),
    choiceColumn('Horisont', ['Nu', '1–3 år', 'Över 3 år']),
    numberColumn('Påverkan'),
    numberColumn('Beredskap'),
    textColumn('Källa'),
    dateColumn('Källans datum'),
    noteColumn('Frågor'),
    manyLookupColumn('Initiativ', LIST_IDS.initiatives),
  ];
  const identity = { id: LIST_IDS.trends, name: 'Omvärld', displayName: 'Omvärldsbevakning', changedAt };
  const titleOf = (rowId: string) => {
    const title = initiatives.itemAt(Number(rowId) - 1).fields['Title'];
    return typeof title === 'string' ? title : rowId;
  };
  return listOf(site, identity, columns, trendRows(titleOf), someone(5));
}
