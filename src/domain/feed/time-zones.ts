/** Name, hours east of UTC. Where a name is used in several places, the one news feeds mean. */
const ZONES = `
UT 0 UTC 0 GMT 0 Z 0 WET 0 WEST 1 BST 1 IST 5.5
CET 1 CEST 2 MET 1 MEZ 1 MEST 2 MESZ 2 EET 2 EEST 3 MSK 3 MSD 4 TRT 3 AST -4 ADT -3
EST -5 EDT -4 CST -6 CDT -5 MST -7 MDT -6 PST -8 PDT -7 ET -5 CT -6 MT -7 PT -8
AKST -9 AKDT -8 HST -10 HDT -9 NST -3.5 NDT -2.5 BRT -3 BRST -2 ART -3 CLT -4 CLST -3
SAST 2 CAT 2 EAT 3 WAT 1 GST 4 IRST 3.5 IRDT 4.5 PKT 5 NPT 5.75 BDT 6
SAMT 4 YEKT 5 OMST 6 NOVT 7 KRAT 7 IRKT 8 YAKT 9 VLAT 10 MAGT 11 PETT 12
ICT 7 WIB 7 WITA 8 WIT 9 SGT 8 MYT 8 PHT 8 HKT 8 JST 9 KST 9
AWST 8 ACST 9.5 ACDT 10.5 AEST 10 AEDT 11 NZST 12 NZDT 13
A 0 B 0 C 0 D 0 E 0 F 0 G 0 H 0 I 0 K 0 L 0 M 0 N 0 O 0 P 0 Q 0 R 0 S 0 T 0 U 0 V 0 W 0 X 0 Y 0`;

const HOUR_MS = 3_600_000;

/**
 * Offsets of zone names from UTC in milliseconds, by upper-case name. RFC 822, 5.1 and RFC 5322, 4.3
 * (which makes the single letters of the military zones mean UTC, since they were used wrongly), with the
 * usual abbreviations of other regions.
 */
export const ZONE_OFFSETS_MS: ReadonlyMap<string, number> = new Map(
  [...ZONES.matchAll(/(\S+) (\S+)/g)].map(([, name = '', hours]) => [
    name,
    Number(hours) * HOUR_MS,
  ]),
);
