import type { Role } from "../understanding.ts";

/** Roles of the columns of a header before the values are looked at; `end` is the end of a bar, told from its `time`. */
export type HeaderRole = Exclude<Role, "month" | "day" | "furtherVolume"> | "end";

/**
 * Names of columns by role, the most telling first: where two columns of a file fit one role, the earlier name wins. Written
 * as `normalised` leaves them. English, then the languages in which vendors export: German, French, Spanish, Italian,
 * Portuguese, Dutch, the Nordic ones, Polish, Czech, Hungarian, Romanian, Turkish, Greek, Hebrew, Arabic, Thai, Indonesian,
 * Vietnamese, Russian, Chinese, Japanese, Korean.
 */
const words: Readonly<Record<HeaderRole, readonly string[]>> = {
  time: [
    "window start,open time,opentime,timeopen,time open,start time,starttime,start at,mts,ts,t,unix,unix timestamp,epoch,timestamp,timestamp utc,datetime,date time,datetime utc",
    "gmt time,utc time,time utc,local time,timestamp ms,bar time,trade date,trade datetime,trading date,trading day,exchange date,quote date",
    "business date,price date,date utc,date gmt,date,dates,observation date,dtyyyymmdd,day,datum,datum zeit,fecha,fecha hora,data,data ora,ngay",
    "dato,paivamaara,date heure,ημερομηνια,תאריך,التاريخ,วันที่",
    "tanggal,tarih,дата,дата время,日期,交易日期,成交日期,日期时间,日期時間,时间,時間,日付,日付け,日時,取引日,年月日,날짜,일자,일시,거래일,time,tid,zeit",
    "month,monat,mois,mes,mese,maand,月份,月,quarter,period,time period,reference period,obs date",
  ],
  clock: [
    "time,hour,time of day,bar time,uhrzeit,zeit,hora,ora,heure,godzina,czas,saat,tid,время,时间,時間,時刻,成交时间,시간",
  ],
  open: [
    "open,opening,open price,opening price,px open,trade open,first,first price,1 open,o,eroffnung,eroffnungskurs,eroffn,erster,offnung,start",
    "ouverture,ouv,apertura,apert,aper,abertura,abert,abe,openen,openingskoers,oppning,oppningskurs,oppen,otwarcie,acilis,pembukaan,mo,mo cua",
    "apning,abning,avaus,oteviraci,oteviraci cena,oteviraci kurz,nyito,nyito ar,kurs otwarcia,deschidere,mid o,bid o,ανοιγμα,שער פתיחה,פתיחה,الافتتاح",
    "سعر الافتتاح,ราคาเปิด,откр,открытие,открыт,цена открытия,开盘,开盘价,今开,開盤,開盤價,開市,始値,시가,시작가,오픈,mid open,bid open,open bid,bidopen,openbid,openprc",
  ],
  high: [
    "high,high price,highest,px high,trade high,max,maximum,2 high,h,hoch,hochst,hochstkurs,tageshoch,haut,plus haut,haut jour,maximo,max,massimo",
    "høy,højeste,ylin,nejvyssi,kurs maksymalny,maxim,mid h,bid h,hogstakurs,hogsta kurs,υψηλο,μεγιστο,גבוה,שער גבוה,الأعلى,ราคาสูงสุด",
    "maxima,alto,alta,hoog,hoogste,hogst,hog,hogsta,najwyzszy,maksimum,yuksek,tertinggi,cao,cao nhat,макс,максимум,максимальная цена,最高",
    "最高价,最高價,高,高値,고가,mid high,bid high,high bid,bidhigh,highbid,daily high,askhi",
  ],
  low: [
    "low,low price,lowest,px low,trade low,min,minimum,3 low,l,tief,tiefst,tiefstkurs,tagestief,bas,plus bas,bas jour,minimo,minima,baixa,baixo",
    "lav,laveste,alin,nejnizsi,kurs minimalny,minim,mid l,bid l,lagstakurs,lagsta kurs,χαμηλο,ελαχιστο,נמוך,שער נמוך,الأدنى,ราคาต่ำสุด",
    "basso,bajo,laag,laagste,lagst,lag,lagsta,najnizszy,minimum,dusuk,terendah,thap,thap nhat,мин,минимум,минимальная цена,最低,最低价,最低價,安値",
    "저가,低,mid low,bid low,low bid,bidlow,lowbid,daily low,bidlo",
  ],
  close: [
    "close,close price,closing price,closing,close last,px close,trade close,4 close,c,px last,last,last price,last trade,latest,close latest",
    "settle,settlement,settlement price,settle price,schluss,schlusskurs,schlussk,zuletzt,letzter,kurs,cloture,dernier,cierre,ultimo,chiusura",
    "fechamento,fecho,slot,slotkoers,laatste,gesloten,stangning,stangningskurs,senaste,slutkurs,zamkniecie,simdi,kapanis,terakhir,penutupan",
    "dern,clot,slutt,lukkekurs,paatos,zaviraci,zaviraci cena,zaviraci kurz,zaro,zaro ar,kurs zamkniecia,inchidere,mid c,bid c,κλεισιμο,שער נעילה",
    "נעילה,الإغلاق,سعر الإغلاق,ราคาปิด,lan cuoi,dong cua,закр,закрытие,закрыт,цена закрытия,收盘,收盘价,收盤,收盤價,收市,收市价,最新价,終値,종가,현재가,mid close,bid close,close bid,bidclose",
    "closebid,prc,price,цена,value,obs value,nav,index value,rate,wert,wartosc,precio,prix,preco",
  ],
  volume: [
    "volume,vol,trading volume,trade volume,px volume,total volume,share volume,shares traded,total traded quantity,total traded qty,ttl trd qnty",
    "total trade quantity,tottrdqty,no of shares,traded quantity,number of shares,qty,quantity,volume base,base volume,volumefrom,volume from,volume shares,v",
    "5 volume,6 volume,accumulated volume,accumulative volume,stucke,stuecke,umsatz stuck,volumen,volumen stuck,quantite,volumi,volym,omzet,wolumen,lop",
    "totalvolume,volum,vaihto,objem,forgalom,stuck,stk,ογκος,מחזור,الحجم,ปริมาณ,hac,hacim,kl,khoi luong,объем,объем торгов,成交量,成交股数,成交股數,交易量,总手,成交數量,出来高,売買高,거래량,size,turnover volume,contracts",
  ],
  tickVolume: ["tickvol,tick volume,tick vol,ticks,up ticks"],
  adjustedOpen: ["adj open,adjusted open,open adj,adjopen,open adjusted"],
  adjustedHigh: ["adj high,adjusted high,high adj,adjhigh,high adjusted"],
  adjustedLow: ["adj low,adjusted low,low adj,adjlow,low adjusted"],
  adjustedClose: [
    "adj close,adjusted close,close adj,adjclose,5 adjusted close,adjusted,adj closing price,adjusted price,close adjusted,adjusted closing price",
    "px last adjusted,bereinigter schlusskurs,cours de cloture ajuste,cierre ajustado,调整后收盘价,复权收盘价,調整後終値,終値調整値,調整後終値 円,수정종가",
  ],
  adjustedVolume: ["adj volume,adjusted volume,volume adj,adjvolume"],
  symbol: [
    "symbol,ticker,ts code,code,instrument,security,act symbol,ric,isin,pair,contract,stock code,股票代码,代码,証券コード,銘柄コード,コード,종목코드,secid,instrument name,stock,asset,product,underlying,company,shortname,name",
  ],
  end: ["close time,closetime,end time,endtime,window end"],
};

const ranks: ReadonlyMap<HeaderRole, ReadonlyMap<string, number>> = new Map(
  (Object.keys(words) as HeaderRole[]).map((role) => {
    const names = words[role].join(",").split(",").map(normalised);
    return [role, new Map(names.map((word, i) => [word, i] as const).reverse())];
  }),
);

/** A header's cell as the dictionary writes it: lower case, no marks on letters, no brackets and signs, single blanks. */
export function normalised(cell: string): string {
  const plain = cell
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("ł", "l")
    .replaceAll("ß", "ss")
    .replaceAll("đ", "d")
    .replaceAll("ø", "o")
    .replaceAll("ı", "i");
  // A unit or currency in brackets says nothing of the role: Open (USD), 終値(円). `(utc)` is read elsewhere.
  const bare = plain.replace(/(\S.*?)[([（][^)\]）]*[)\]）]\s*$/u, "$1");
  return bare.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** How well a header's cell names a role: 0 the best; undefined where it does not. */
export function headerRank(cell: string, role: HeaderRole): number | undefined {
  return ranks.get(role)?.get(normalised(cell));
}

const quoteRoles: readonly HeaderRole[] = ["time", "open", "high", "low", "close", "volume", "adjustedClose"];

/** Number of different roles of a bar that the cells of a line name: 5 or 6 for a header, 0 for most else. */
export function rolesNamed(cells: readonly string[]): number {
  return quoteRoles.filter((role) => cells.some((cell) => headerRank(cell, role) !== undefined)).length;
}
