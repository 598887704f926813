/** What a municipality says of its open data. */
export interface OpenDataPublisher {
  readonly organisationName: string;
  /** Where the catalogue is served, https, without a slash at the end. */
  readonly address: string;
  readonly contactEmail: string | null;
  /** Address of the licence; CC0 unless the municipality says otherwise. */
  readonly licence: string;
}

/** What has been published, for the catalogue. */
export interface OpenDataState {
  readonly years: readonly number[];
  /** ISO instants of the first and the latest publishing. */
  readonly issuedAt: string;
  readonly modifiedAt: string;
}

const VOCABULARY = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  adms: 'http://www.w3.org/ns/adms#',
};
const FORMATS = [
  { file: 'index.csv', name: 'CSV', type: 'text/csv', eu: 'CSV' },
  { file: 'index.json', name: 'JSON', type: 'application/json', eu: 'JSON' },
] as const;
const iri = (address: string) => ({ '@id': address });
const both = (sv: string, en: string) => [
  { '@language': 'sv', '@value': sv },
  { '@language': 'en', '@value': en },
];
const instant = (value: string) => ({ '@type': 'xsd:dateTime', '@value': value });

/**
 * The catalogue of one dataset by DCAT-AP-SE, as JSON-LD: what Sveriges dataportal harvests.
 *
 * @see https://docs.dataportal.se/dcat/sv/
 */
export function dcatCatalogue(publisher: OpenDataPublisher, state: OpenDataState): Record<string, unknown> {
  const { organisationName, address, contactEmail, licence } = publisher;
  const first = Math.min(...state.years);
  const last = Math.max(...state.years);
  const agent = {
    '@id': `${address}#publisher`,
    '@type': 'foaf:Agent',
    'foaf:name': organisationName,
    'dcterms:type': iri('http://purl.org/adms/publishertype/LocalAuthority'),
  };
  const dataset = {
    '@id': `${address}#dataset`,
    '@type': 'dcat:Dataset',
    'dcterms:title': both(
      `Digitaliseringsindex, ${organisationName}`,
      `Digitalisation index, ${organisationName}`,
    ),
    'dcterms:description': both(
      'Kommunens digitaliseringsindex per år med förutsättningar, resultat och nytta, och de mått som de räknas av. Små grupper är dolda.',
      'The municipality’s digitalisation index by year with preconditions, delivery and benefit, and the figures they are computed from. Small groups are hidden.',
    ),
    'dcterms:publisher': iri(agent['@id']),
    'dcterms:language': [
      iri('http://publications.europa.eu/resource/authority/language/SWE'),
      iri('http://publications.europa.eu/resource/authority/language/ENG'),
    ],
    'dcterms:accessRights': iri('http://publications.europa.eu/resource/authority/access-right/PUBLIC'),
    'dcterms:accrualPeriodicity': iri('http://publications.europa.eu/resource/authority/frequency/ANNUAL'),
    'dcterms:issued': instant(state.issuedAt),
    'dcterms:modified': instant(state.modifiedAt),
    'dcterms:temporal': {
      '@type': 'dcterms:PeriodOfTime',
      'dcat:startDate': { '@type': 'xsd:date', '@value': `${first}-01-01` },
      'dcat:endDate': { '@type': 'xsd:date', '@value': `${last}-12-31` },
    },
    'dcat:theme': iri('http://publications.europa.eu/resource/authority/data-theme/GOVE'),
    'dcat:keyword': both('digitalisering', 'digitalisation'),
    ...(contactEmail !== null && {
      'dcat:contactPoint': {
        '@type': 'vcard:Organization',
        'vcard:fn': organisationName,
        'vcard:hasEmail': iri(`mailto:${contactEmail}`),
      },
    }),
    'dcat:distribution': FORMATS.map(({ file, name, type, eu }) => ({
      '@id': `${address}/${file}`,
      '@type': 'dcat:Distribution',
      'dcterms:title': both(`Alla år som ${name}`, `All years as ${name}`),
      'dcat:accessURL': iri(`${address}/${file}`),
      'dcat:downloadURL': iri(`${address}/${file}`),
      'dcat:mediaType': iri(`http://www.iana.org/assignments/media-types/${type}`),
      'dcterms:format': iri(`http://publications.europa.eu/resource/authority/file-type/${eu}`),
      'dcterms:license': iri(licence),
      'adms:status': iri('http://purl.org/adms/status/Completed'),
    })),
  };
  return {
    '@context': VOCABULARY,
    '@graph': [
      {
        '@id': address,
        '@type': 'dcat:Catalog',
        'dcterms:title': both(`Öppna data från ${organisationName}`, `Open data from ${organisationName}`),
        'dcterms:description': both(
          `Digitaliseringsindex för ${organisationName}.`,
          `Digitalisation index of ${organisationName}.`,
        ),
        'dcterms:publisher': iri(agent['@id']),
        'dcterms:license': iri(licence),
        'dcterms:language': iri('http://publications.europa.eu/resource/authority/language/SWE'),
        'dcterms:modified': instant(state.modifiedAt),
        'dcat:dataset': iri(dataset['@id']),
      },
      agent,
      dataset,
    ],
  };
}
