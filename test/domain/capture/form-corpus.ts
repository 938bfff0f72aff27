/**
 * Forms as people and as machines send them. The spam follows public descriptions of what web forms get: offers of links
 * and rankings, gambling and pharmacies, money schemes, loans and inheritances, probes with markup, random names, and
 * floods from throwaway mailboxes. The others are what buyers write in the languages of Europe and beyond.
 */
export interface CorpusForm extends Record<string, unknown> {
  readonly email: string;
}

const each = <T>(list: readonly T[], count: number, form: (item: T, i: number) => CorpusForm): CorpusForm[] =>
  Array.from({ length: count }, (_, i) => list[i % list.length])
    .filter((item): item is T => item !== undefined)
    .map(form);

const pick = <T>(list: readonly [T, ...T[]], i: number): T => list[i % list.length] ?? list[0];

const site = (i: number) => `https://offer-${i * 37}.example/p${i}`;
const junk = ["xKqWzRtPb", "qwLpXvBn", "tRzMkWq", "bVnQpLxS", "JasonWEX", "MariaTOP", "hgTrEwQa"] as const;
const mixed = ["gmail.example", "mail.example", "qq.example", "proton.example", "biz.example"] as const;
const throwaway = ["mailinator.com", "yopmail.com", "guerrillamail.com", "temp-mail.org", "sharklasers.com"] as const;

/** @param now when the form arrives: a hasty one was opened then */
export const spam = (now: string): CorpusForm[] => [
  ...each(
    [
      "We offer high quality backlinks with domain authority 60+. Rank your website today!",
      "Our SEO services bring you to the first page of Google. Reply for our SEO packages.",
      "Do you accept guest posts? We pay for link building on your blog.",
      "Posicionamiento web garantizado: primera página de Google en 30 días con enlaces de calidad.",
      "I can send your message by contact form marketing to two million sites. Targeted traffic guaranteed.",
    ],
    25,
    (message, i) => ({
      email: `sales${i}@${pick(mixed, i)}`,
      name: pick(["Mike", "SEO Team", "Anna Growth", "Digital Boost"], i),
      message: `${message} ${site(i)} ${site(i + 1)} ${site(i + 2)}`,
    }),
  ),
  ...each(
    ["best online casino bonus", "buy cialis and viagra", "dating site with sexy girls", "sports betting tips"],
    16,
    (what, i) => ({
      email: `promo${i}@${pick(mixed, i)}`,
      name: pick(junk, i),
      message: `${what} <a href="${site(i)}">click</a> [url=${site(i)}]here[/url]`,
    }),
  ),
  ...each(["bitcoin", "forex", "crypto", "passive income"], 14, (what, i) => ({
    email: `profit${i}@${pick(mixed, i)}`,
    name: `${what} ${site(i)}`,
    message: `Earn $${900 + i} a day with ${what}, an investment opportunity: https://bit.ly/x${i}`,
  })),
  ...each(["business loans", "inheritance", "lottery"], 9, (what, i) => ({
    email: `barrister${i}@${pick(mixed, i)}`,
    name: `barrister${i}@${pick(mixed, i)}`,
    message: `Dear friend, about your ${what} of 4.5 million USD, contact me at once.`,
  })),
  ...each(["казино с бонусом", "продвижение сайтов", "рассылка по формам", "ставки на спорт"], 12, (what, i) => ({
    email: `ru${i}@${pick(mixed, i)}`,
    nombre: pick(junk, i),
    mensaje: `${what} https://t.me/channel${i}`,
  })),
  ...each(junk, 14, (name, i) => ({
    email: `${name.toLowerCase()}${i}@${pick(throwaway, i)}`,
    nombre: name,
    empresa: name,
    mensaje: name,
  })),
  ...each(
    ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "<iframe src=//evil.example>"],
    9,
    (probe, i) => ({
      email: `scan${i}@${pick(mixed, i)}`,
      nombre: probe,
      empresa: probe,
      mensaje: probe,
      _started: now,
    }),
  ),
  ...each(["Hello", "Test", "Good day", "Hi there"], 12, (name, i) => ({
    email: `bot${i}@${pick(mixed, i)}`,
    name,
    message: "I have a question about your site.",
    _gotcha: site(i),
    _started: now,
  })),
  ...each(["catalogue", "price list"], 8, (what, i) => ({
    email: `list${i}@${pick(mixed, i)}`,
    name: `Trade ${i}`,
    message: `Our ${what}: ${Array.from({ length: 14 }, (_, k) => site(i * 20 + k)).join(" ")}`,
  })),
  // What cannot be told from a person: a short text without any sign.
  ...each(["Please call me back", "Interested in cooperation"], 8, (message, i) => ({
    email: `quiet${i}@${pick(mixed, i)}`,
    name: "John Smith",
    message,
  })),
];

const people = [
  [
    "es",
    "Inés Álvarez",
    "Talleres Norte",
    "Directora de operaciones",
    "Queremos una demostración para nuestro almacén de Getafe.",
  ],
  [
    "es",
    "José María de la Fuente",
    "Papelera Muñoz",
    "Gerente",
    "¿Qué precio tiene para 12 usuarios? Nuestra web es https://papelera-munoz.example",
  ],
  ["es", "Mª del Mar O'Donnell", "Frutas 3 Hermanas, S.L.", "Compras", "Llamadme por la tarde, gracias :)"],
  ["es", "Pau Puigdevall i Font", "Cava Raventós", "Cap de logística", "Volem saber si s'integra amb el nostre ERP."],
  [
    "en",
    "Ronan McDonald",
    "DeLonghi Parts",
    "Ops manager",
    "We rank our suppliers yearly; can your tool export that? See www.delonghi-parts.example/rfp",
  ],
  [
    "en",
    "Chloe LeBlanc",
    "3M2 Logistics",
    "COO",
    "Please send the guide and two dates for a demo. Docs: https://a.example https://b.example",
  ],
  ["en", "Priya", "IBM", "CTO", "demo pls"],
  [
    "fr",
    "Anne-Sophie Lefèvre",
    "L'Entrepôt",
    "Responsable logistique",
    "Nous aimerions une démonstration la semaine prochaine.",
  ],
  ["de", "Jürgen Groß", "Müller & Söhne GmbH", "Lagerleiter", "Bitte um ein Angebot für 40 Arbeitsplätze."],
  ["pt", "João Gonçalves", "Armazéns do Tejo", "Diretor", "Gostaria de saber o preço e os prazos de implementação."],
  ["it", "Niccolò D'Angelo", "Magazzini Riuniti", "Responsabile acquisti", "Vorrei una demo, grazie."],
  ["pl", "Łukasz Wiśniewski", "Magazyn Północ", "Kierownik", "Proszę o kontakt w sprawie wdrożenia."],
  ["ru", "Мария Иванова", "Склад Север", "Директор", "Нужна демонстрация для склада на 50 человек."],
  ["ja", "佐藤 花子", "北倉庫株式会社", "部長", "デモをお願いします。"],
  ["ar", "محمد علي", "مخازن الشمال", "مدير", "نرغب في عرض توضيحي للنظام."],
  ["zh", "王伟", "北方仓储", "经理", "请发报价单。"],
] as const;

const additions = [
  "",
  " Gracias.",
  " Tel. +34 600 123 456.",
  "\nUn saludo",
  " (urgente)",
  " P. D.: somos 120.",
  " 2.ª consulta",
  " ¿Hoy?",
] as const;

/** @param hasty when a form was opened that a browser filled in at once */
export const real = (hasty: string): CorpusForm[] =>
  each(people, 256, ([language, nombre, empresa, cargo, message], i) => ({
    email: `persona${i}@${pick(["gmail.com", "empresa.example", "hotmail.com", "almacen-sur.example"], i)}`,
    language,
    nombre: i % 9 === 0 ? nombre.toLowerCase() : i % 11 === 0 ? nombre.toUpperCase() : nombre,
    empresa,
    cargo,
    mensaje: `${message}${pick(additions, Math.floor(i / people.length))}${i < 128 ? "" : ` ${i} m2.`}`,
    ...(i % 13 === 0 && { _gotcha: empresa }),
    ...(i % 7 === 0 && i % 13 !== 0 && { _started: hasty }),
  }));
