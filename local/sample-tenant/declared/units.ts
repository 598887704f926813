/** A unit as declared: how many answered and were invited per year (2023, 2024, 2025), and how content it leans. */
export interface DeclaredUnit {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly answers: readonly [number, number, number];
  readonly invited: readonly [number, number, number];
  /** −1 (less content than the rest) to +1; decides who gets the low and the high answers of the year's total. */
  readonly lean: number;
}

const unit = (
  id: string,
  name: string,
  parentId: string | null,
  answers: DeclaredUnit['answers'],
  invited: DeclaredUnit['invited'],
  lean: number,
): DeclaredUnit => ({ id, name, parentId, answers, invited, lean });

/**
 * The organisation of the constructed municipality: uneven depth, some units with fewer than five answers, one with a
 * single answer, one with a single child, and four that are called the same under different parents.
 */
export const DECLARED_UNITS: readonly DeclaredUnit[] = [
  unit('KLK', 'Kommunledningskontoret', null, [12, 13, 14], [19, 20, 20], 0.3),
  unit('KLK-DIG', 'Digitaliseringsstaben', 'KLK', [18, 20, 22], [29, 30, 33], 0.9),
  unit('KLK-HR', 'HR-enheten', 'KLK', [16, 17, 18], [26, 25, 28], 0.2),
  unit('KLK-EKO', 'Ekonomienheten', 'KLK', [19, 20, 21], [29, 32, 33], 0.4),
  unit('KLK-KAN', 'Kansli och juridik', 'KLK', [14, 15, 15], [22, 21, 23], 0),
  unit('KLK-KOM', 'Kommunikationsenheten', 'KLK', [9, 10, 11], [14, 15, 15], 0.5),
  unit('KLK-OFN', 'Överförmyndarkansliet', 'KLK', [1, 1, 1], [2, 2, 1], 0),
  unit('KLK-ADM', 'Administration', 'KLK', [3, 4, 4], [5, 6, 6], -0.2),
  unit('SOC', 'Sociala omsorgen', null, [11, 12, 12], [18, 19, 18], -0.1),
  unit('SOC-ALD', 'Äldreomsorg', 'SOC', [20, 22, 24], [29, 34, 35], -0.4),
  unit('SOC-ALD-N', 'Hemtjänst norr', 'SOC-ALD', [74, 78, 83], [111, 118, 121], -0.8),
  unit('SOC-ALD-S', 'Hemtjänst söder', 'SOC-ALD', [69, 74, 77], [113, 118, 118], -0.5),
  unit('SOC-ALD-B', 'Boende Björken', 'SOC-ALD', [58, 60, 64], [86, 90, 96], -0.3),
  unit('SOC-ALD-E', 'Boende Eken', 'SOC-ALD', [61, 64, 66], [92, 96, 99], -0.4),
  unit('SOC-ALD-NA', 'Nattpatrullen', 'SOC-ALD', [4, 4, 3], [6, 6, 5], -0.6),
  unit('SOC-FUN', 'Funktionsstöd', 'SOC', [15, 16, 18], [23, 24, 25], 0),
  unit('SOC-FUN-D', 'Daglig verksamhet', 'SOC-FUN', [46, 48, 52], [68, 74, 71], 0.1),
  unit('SOC-FUN-G', 'Gruppbostäder', 'SOC-FUN', [88, 92, 97], [143, 139, 137], -0.2),
  unit('SOC-FUN-P', 'Personlig assistans', 'SOC-FUN', [39, 41, 42], [63, 61, 66], -0.6),
  unit('SOC-IFO', 'Individ- och familjeomsorg', 'SOC', [52, 55, 59], [77, 79, 85], 0.2),
  unit('SOC-IFO-F', 'Familjerätt', 'SOC-IFO', [5, 4, 4], [7, 6, 6], 0),
  unit('SOC-ADM', 'Administration', 'SOC', [22, 23, 24], [33, 34, 35], 0.3),
  unit('UTB', 'Utbildning', null, [14, 15, 15], [20, 21, 22], 0.1),
  unit('UTB-FSK', 'Förskola', 'UTB', [12, 12, 13], [18, 19, 18], 0),
  unit('UTB-FSK-V', 'Förskoleområde väst', 'UTB-FSK', [96, 101, 106], [143, 140, 148], -0.2),
  unit('UTB-FSK-O', 'Förskoleområde öst', 'UTB-FSK', [92, 98, 102], [145, 148, 146], 0.1),
  unit('UTB-FSK-U', 'Uteförskolan Granen', 'UTB-FSK', [7, 7, 6], [12, 10, 9], 0.4),
  unit('UTB-GRU', 'Grundskola', 'UTB', [10, 11, 12], [16, 18, 17], 0.2),
  unit('UTB-GRU-H', 'Hamnskolan', 'UTB-GRU', [86, 90, 95], [139, 139, 141], 0.3),
  unit('UTB-GRU-K', 'Kvarnskolan', 'UTB-GRU', [79, 83, 88], [114, 132, 130], 0),
  unit('UTB-GRU-L', 'Lundaskolan', 'UTB-GRU', [91, 96, 101], [138, 135, 141], 0.2),
  unit('UTB-GRU-A', 'Anpassad grundskola', 'UTB-GRU', [24, 25, 27], [35, 38, 40], -0.1),
  unit('UTB-GYM', 'Gymnasium', 'UTB', [118, 124, 131], [184, 175, 180], 0.4),
  unit('UTB-VUX', 'Vuxenutbildning', 'UTB', [36, 38, 40], [58, 59, 61], 0.5),
  unit('UTB-ELH', 'Elevhälsa', 'UTB', [31, 33, 34], [49, 49, 49], 0),
  unit('UTB-ADM', 'Administration', 'UTB', [17, 18, 19], [27, 29, 28], 0.4),
  unit('VSS', 'Välfärd samhällsservice', null, [9, 10, 10], [14, 15, 14], 0.1),
  unit('VSS-PLA', 'Plan och bygg', 'VSS', [38, 40, 42], [56, 59, 60], 0.5),
  unit('VSS-PLA-K', 'Kart och mät', 'VSS-PLA', [11, 12, 12], [16, 19, 17], 0.9),
  unit('VSS-MIL', 'Miljöenheten', 'VSS', [19, 20, 21], [28, 28, 29], 0.3),
  unit('VSS-MIL-L', 'Livsmedelstillsyn', 'VSS-MIL', [8, 9, 9], [12, 14, 14], 0.1),
  unit('VSS-TEK', 'Teknik och drift', 'VSS', [71, 75, 79], [106, 119, 123], -0.3),
  unit('VSS-TEK-V', 'Vinterväghållning', 'VSS-TEK', [4, 5, 4], [6, 8, 6], -0.5),
  unit('VSS-KOS', 'Kost och lokalvård', 'VSS', [97, 102, 108], [159, 164, 166], -0.7),
  unit('VSS-KON', 'Kontaktcenter', 'VSS', [22, 23, 25], [36, 35, 39], 0.8),
  unit('KUL', 'Kultur och fritid', null, [8, 8, 9], [12, 12, 14], 0.3),
  unit('KUL-BIB', 'Bibliotek', 'KUL', [29, 31, 32], [46, 47, 48], 0.6),
  unit('KUL-FRI', 'Fritidsanläggningar', 'KUL', [43, 45, 48], [70, 64, 65], -0.1),
  unit('KUL-MUS', 'Musikskolan', 'KUL', [26, 27, 28], [40, 40, 44], 0.2),
  unit('KUL-UNG', 'Ungdomsgårdar', 'KUL', [23, 24, 26], [37, 37, 39], 0.1),
];
