/** Month names and their usual short forms, January first; without marks on letters, as `monthOf` strips them. */
const names: readonly string[] = [
  "jan january januar janvier janv ene enero gennaio gen janeiro januari sty stycznia styczen ocak oca янв января январь",
  "feb february februar fevrier fev fevr febrero febbraio fevereiro februari lut lutego luty subat sub фев февраля февраль",
  "mar march marz mrz mars marzo marco maart mrt marca marzec mart maret марта мар март",
  "apr april avril avr abr abril aprile kwi kwietnia kwiecien nisan nis апр апреля апрель",
  "may mai mayo maggio mag maio mei maj maja mayis мая май",
  "jun june juni juin junio giugno giu junho cze czerwca czerwiec haziran haz июн июня июнь",
  "jul july juli juillet juil julio luglio lug julho lip lipca lipiec temmuz tem июл июля июль",
  "aug august aout ago agosto augustus augusti sie sierpnia sierpien agustos agu agustus авг августа август",
  "sep sept september septembre septiembre settembre set setembro wrz wrzesnia wrzesien eylul eyl сен сентября сентябрь",
  "oct october okt oktober octobre octubre ottobre ott out outubro paz pazdziernika pazdziernik ekim eki окт октября октябрь",
  "nov november novembre noviembre novembro lis listopada listopad kasim kas ноя ноября ноябрь",
  "dec december dez dezember decembre dic diciembre dicembre dezembro gru grudnia grudzien aralik ara desember des дек декабря декабрь",
];

const months: ReadonlyMap<string, number> = new Map(
  names.flatMap((line, i) => line.split(" ").map((word) => [word, i + 1] as const)),
);

/** Words seen so far: files repeat twelve of them. */
const known = new Map<string, number>();

/** Month from 1 that a word names in one of a dozen languages; 0 for any other word. */
export function monthOf(word: string): number {
  const found = known.get(word);
  if (found !== undefined) return found;
  const plain = word
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .normalize("NFC")
    .replaceAll("ı", "i");
  const month = months.get(plain) ?? 0;
  if (known.size < 1000) known.set(word, month);
  return month;
}
