import { fromEpochDay, luhnCheck, must, organisationCheck, residentIdCheck, toEpochDay, usccCheck } from '@tallystick/kernel';
import { draw } from './draw.ts';

/** A person who does not exist. The identifiers have right check digits; the name shows that it is a test. */
export type Person = {
  readonly n: number;
  readonly name: string;
  readonly idNo: string;
  readonly birth: string;
  readonly gender: 'male' | 'female';
  readonly mobile: string;
  readonly card: string;
  readonly email: string;
  readonly city: string;
};
export type Enterprise = {
  readonly n: number;
  readonly name: string;
  readonly uscc: string;
  readonly legalPerson: Person;
  readonly account: string;
  readonly city: string;
  readonly province: string;
};
export type Shop = { readonly n: number; readonly shopId: string; readonly platform: string; readonly name: string };

const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许韩冯邓曹'];
const GIVEN = [...'试测样虚拟例演练'];
/** Region code, city, province: real codes of GB/T 2260, so that an ID passes the region check. */
const PLACES = [
  ['330106', '杭州', '浙江'],
  ['330782', '义乌', '浙江'],
  ['330203', '宁波', '浙江'],
  ['440305', '深圳', '广东'],
  ['440106', '广州', '广东'],
  ['441900', '东莞', '广东'],
  ['310115', '上海', '上海'],
  ['320505', '苏州', '江苏'],
  ['320106', '南京', '江苏'],
  ['350203', '厦门', '福建'],
  ['350503', '泉州', '福建'],
  ['370202', '青岛', '山东'],
  ['370102', '济南', '山东'],
  ['410105', '郑州', '河南'],
  ['420106', '武汉', '湖北'],
  ['430102', '长沙', '湖南'],
  ['510104', '成都', '四川'],
  ['500103', '重庆', '重庆'],
  ['340104', '合肥', '安徽'],
  ['610113', '西安', '陕西'],
] as const;

/** Births lie in these days from 1970-01-01 (to 2003-07-01): 22 to 57 years old between 2025-07 and 2027-12. */
const BIRTH_DAYS = 12_235;
const BIRTH_STEP = 7919; // Prime to BIRTH_DAYS, so neighbours are not born on neighbouring days and every day is reached once.
/** Above this the ID's three-digit sequence would run out. */
export const PEOPLE_MAX = 6_000_000;

const digits = (n: number, width: number): string => String(n).padStart(width, '0');
const checked = (n: number): number => {
  if (!Number.isInteger(n) || n < 0 || n >= PEOPLE_MAX) throw new RangeError(`people are numbered 0 to ${PEOPLE_MAX - 1}, not ${n}`);
  return n;
};
const account = (bin: string, n: number): string => {
  const body = `${bin}${digits(n, 10)}`;
  return body + luhnCheck(body);
};

/** The n-th person. Different n give different IDs and cards; mobiles repeat after 10,000 (the test range 199 0000 xxxx is that small). */
export function person(n: number): Person {
  const d = draw(`person:${checked(n)}`);
  const [region, city] = d.pick(PLACES);
  const male = d.chance(0.5);
  const birth = fromEpochDay((n * BIRTH_STEP) % BIRTH_DAYS);
  const sequence = (Math.floor(n / BIRTH_DAYS) + 1) * 2 + (male ? 1 : 0);
  const body = `${region}${birth.replaceAll('-', '')}${digits(sequence, 3)}`;
  return {
    n,
    name: d.pick(SURNAMES) + d.pick(GIVEN) + d.pick(GIVEN),
    idNo: body + must(residentIdCheck(body), 'seventeen digits'),
    birth,
    gender: male ? 'male' : 'female',
    mobile: `1990000${digits(n % 10_000, 4)}`,
    card: account('62220299', n),
    email: `person${n}@example.test`,
    city,
  };
}

const stepInverse = (() => {
  let k = 1;
  while ((k * BIRTH_STEP) % BIRTH_DAYS !== 1) k += 1;
  return k;
})();
/** Which person has this ID; undefined when the ID is none of ours. */
export function personByIdNo(idNo: string): Person | undefined {
  if (!/^\d{17}[\dX]$/.test(idNo)) return undefined;
  const day = toEpochDay(`${idNo.slice(6, 10)}-${idNo.slice(10, 12)}-${idNo.slice(12, 14)}`);
  const round = Math.floor(Number(idNo.slice(14, 17)) / 2) - 1;
  const n = round * BIRTH_DAYS + ((day * stepInverse) % BIRTH_DAYS);
  const found = day >= 0 && day < BIRTH_DAYS && n >= 0 && n < PEOPLE_MAX ? person(n) : undefined;
  return found?.idNo === idNo ? found : undefined;
}

const CODE = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const BRANDS = ['样例', '测试', '虚拟', '演示', '示例'];
const SYLLABLES = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月'];
const TRADES = ['贸易', '电子商务', '商贸', '科技', '服饰', '食品', '家居', '电器', '供应链管理'];

function code31(n: number, width: number): string {
  let rest = n;
  let out = '';
  for (let i = 0; i < width; i += 1) {
    out = CODE.charAt(rest % 31) + out;
    rest = Math.floor(rest / 31);
  }
  return out;
}
function syllables(n: number): string {
  const more = Math.floor(n / SYLLABLES.length);
  return (more > 0 ? syllables(more) : '') + SYLLABLES[n % SYLLABLES.length];
}

/** The n-th enterprise; its legal person is the n-th person. The credit code carries n, so it can be found again. */
export function enterprise(n: number): Enterprise {
  const d = draw(`enterprise:${checked(n)}`);
  const [region, city, province] = d.pick(PLACES);
  const organisation = `MA${code31(n, 6)}`;
  const body = `91${region}${organisation}${must(organisationCheck(organisation), 'eight characters')}`;
  return {
    n,
    name: `${city}${d.pick(BRANDS)}${syllables(n + SYLLABLES.length)}${d.pick(TRADES)}有限公司`,
    uscc: body + must(usccCheck(body), 'seventeen characters'),
    legalPerson: person(n),
    account: account('62220288', n),
    city,
    province,
  };
}

/** Which enterprise has this credit code; undefined when it is none of ours. */
export function enterpriseByUscc(uscc: string): Enterprise | undefined {
  const n = Array.from(uscc.slice(10, 16)).reduce((sum, c) => sum * 31 + CODE.indexOf(c), 0);
  const found = uscc.length === 18 && uscc.slice(8, 10) === 'MA' && n >= 0 && n < PEOPLE_MAX ? enterprise(n) : undefined;
  return found?.uscc === uscc ? found : undefined;
}

/** Who holds this account, when it is one of ours. */
export function holderOfAccount(card: string): { name: string; idNo: string; mobile: string } | undefined {
  const m = /^(62220299|62220288)(\d{10})\d$/.exec(card);
  const n = m ? Number(m[2]) : PEOPLE_MAX;
  if (!m || n >= PEOPLE_MAX) return undefined;
  const owner = person(n);
  if (m[1] === '62220299') return owner.card === card ? owner : undefined;
  const firm = enterprise(n);
  return firm.account === card ? { name: firm.name, idNo: firm.uscc, mobile: owner.mobile } : undefined;
}

export const PLATFORMS = ['taobao', 'tmall', 'jd', 'pinduoduo', 'douyin'] as const;
const GOODS = ['家居', '母婴', '女装', '零食', '五金', '美妆', '宠物', '数码', '茶叶', '箱包'];
/** The n-th generated shop, owned by the n-th person and the n-th enterprise. */
export function shop(n: number): Shop {
  const d = draw(`shop:${checked(n)}`);
  const platform = d.pick(PLATFORMS);
  return { n, shopId: `S${n}`, platform, name: `${d.pick(BRANDS)}${syllables(n + SYLLABLES.length)}${d.pick(GOODS)}店` };
}
/** The number in a generated shop's id; undefined for any other id. */
export const shopNumber = (shopId: string): number | undefined => {
  const n = /^S\d{1,7}$/.test(shopId) ? Number(shopId.slice(1)) : PEOPLE_MAX;
  return n < PEOPLE_MAX ? n : undefined;
};
