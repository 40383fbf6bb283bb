/**
 * What people write where a text is still missing, by language. Each phrase is in small letters without signs at its end.
 * A phrase stands alone; those with two or more words may also follow up to three words ("Inhalt folgt noch").
 */
const phrases: Readonly<Record<string, string>> = {
  english: `
    tbd, tba, tbc, todo, to do, fixme, fix me, wip, placeholder, stub, to come, to follow, tk, coming soon,
    more to come, more to follow, more soon, more coming soon, soon, later, details to follow, watch this space,
    stay tuned, check back soon, check back later, coming, coming shortly, in progress, in the works,
    in preparation, in development, work in progress, a work in progress, under construction, under development,
    under review, under discussion, under revision, pending, pending approval, pending review, not yet, none yet,
    nothing yet, nothing here yet, nothing to see here yet, not available yet, not yet available, not known yet,
    not yet known, unknown yet, yet to come, incomplete, blank, empty, left blank, intentionally left blank,
    missing, content goes here, text goes here, content here, text here, your text here, your content here,
    description here, sample text, example text, we are working on this, we are working on this section,
    we are working on it, were working on this, were working on it, still working on this, lorem ipsum,
    lorem ipsum dolor sit amet, placeholder text, placeholder content, dummy text, draft in progress,
    writing in progress, soontm, foo, foo bar, foobar, asdf`,
  german: `
    folgt, folgt noch, folgt bald, folgt in kürze, folgt später, kommt noch, kommt bald, kommt in kürze, demnächst,
    in arbeit, in bearbeitung, in vorbereitung, im aufbau, in planung, noch offen, noch in arbeit,
    noch nicht festgelegt, noch nicht definiert, noch nicht vorhanden, noch nicht bekannt, noch festzulegen,
    noch zu definieren, noch zu klären, noch zu ergänzen, zu definieren, zu ergänzen, zu klären, ist noch zu klären,
    wird noch ergänzt, wird ergänzt, wird noch festgelegt, wird noch definiert, wird noch bekannt gegeben,
    wird noch ausgefüllt, wird nachgereicht, wird noch geklärt, wird später ergänzt, platzhalter, bitte ausfüllen,
    bitte ergänzen, offen, ausstehend`,
  french: `
    à venir, a venir, à définir, a définir, à compléter, a compléter, à remplir, à préciser, à déterminer,
    à confirmer, à rédiger, à ajouter, bientôt, bientôt disponible, prochainement, en cours, en cours de rédaction,
    en cours de définition, en construction, en préparation, en attente, pas encore défini, pas encore définis,
    pas encore disponible, reste à définir`,
  spanish: `
    por definir, por determinar, por confirmar, por completar, por anunciar, por decidir, por rellenar, a definir,
    pendiente, pendiente de definir, próximamente, proximamente, muy pronto, en construcción, en proceso, en curso,
    en desarrollo, en preparación, aún no definido, aún por definir, todavía no disponible`,
  portuguese: `
    a definir, por definir, a ser definido, a confirmar, a preencher, a completar, a anunciar, em breve, brevemente,
    em construção, em andamento, em desenvolvimento, em elaboração, em preparação, pendente, ainda não definido,
    ainda por definir`,
  italian: `
    da definire, da completare, da compilare, da confermare, da determinare, da decidere, da aggiungere, in arrivo,
    prossimamente, a breve, presto disponibile, in costruzione, in corso, in lavorazione, in preparazione,
    in sospeso, non ancora definito, non ancora disponibile, ancora da definire`,
  dutch: `
    volgt, volgt nog, volgt binnenkort, volgt later, nog te bepalen, nog te definiëren, nog in te vullen,
    nog aan te vullen, nog niet bekend, nog niet bepaald, nader te bepalen, ntb, binnenkort, binnenkort beschikbaar,
    komt nog, komt binnenkort, in ontwikkeling, in voorbereiding, in bewerking, onder constructie, in behandeling,
    wordt nog aangevuld, wordt aangevuld`,
  nordic: `
    kommer snart, kommer senare, kommer, under arbete, under uppbyggnad, under konstruktion, att bestämma,
    ska bestämmas, ska definieras, inte klart, ej klart, ej bestämt, fylls i senare, kommer senere, under arbejde,
    under udarbejdelse, på vej, skal defineres, ikke fastlagt, følger, under arbeid, under utvikling, ikke bestemt,
    ikke avklart, tulossa, tulossa pian, työn alla, täydennetään myöhemmin, määritellään myöhemmin,
    ei vielä määritelty`,
  slavic: `
    do uzupełnienia, do ustalenia, do określenia, do zdefiniowania, wkrótce, w przygotowaniu, w budowie, w trakcie,
    w trakcie tworzenia, jeszcze nie określono, bude doplněno, bude upřesněno, bude určeno, připravujeme,
    připravuje se, již brzy, doplnit, k doplnění, ve výstavbě, bude doplnené, pripravujeme, скоро, скоро будет,
    в разработке, в процессе, в работе, будет добавлено, будет добавлено позже, будет позже, будет определено,
    уточняется, требует уточнения, не определено, пока не определено, заполнить, незабаром, у розробці, буде додано,
    буде визначено, уточнюється, не визначено`,
  others: `
    yakında, çok yakında, hazırlanıyor, yapım aşamasında, belirlenecek, henüz belirlenmedi, hamarosan,
    szerkesztés alatt, kidolgozás alatt, később, în curând, în lucru, de definit, de completat, σύντομα,
    υπό κατασκευή, segera hadir, akan datang, dalam pengerjaan, sắp ra mắt, đang cập nhật, sẽ cập nhật, قريبا,
    قريبًا, قيد الإنشاء, يحدد لاحقا, בקרוב, בבנייה, ייקבע בהמשך, जल्द आ रहा है, เร็วๆ นี้`,
  chinese: `
    待定, 待补充, 待补, 待填写, 待完善, 待确定, 待更新, 暂无, 暂缺, 即将推出, 即将上线, 敬请期待, 建设中, 施工中, 编写中, 撰写中, 未完成, 待補充, 敬請期待, 建置中, 即將推出, 尚未填寫`,
  japanese: `
    未定, 準備中, 作成中, 記入予定, 近日公開, 追記予定, 後日追記, 執筆中, 検討中, 調整中, 工事中, 未記入, 未設定, 後で記入, 作業中, 追って記載`,
  korean: `
    미정, 추후 공지, 추후 결정, 추후 작성, 준비 중, 준비중, 작성 중, 작성중, 작성 예정, 업데이트 예정, 공사 중, 곧 공개`,
};

export const notYetPhrases: readonly string[] = Object.values(phrases).flatMap(parted);

/** English participles: "to be defined", "not yet defined". */
export const unfinishedParticiples: readonly string[] = parted(`
    done, decided, defined, determined, announced, added, written, completed, confirmed, provided, finalised,
    finalized, agreed, filled, filled in, filled out, worked out, agreed on, agreed upon, set, updated, specified,
    established, discussed, drafted, advised, clarified, documented, described, detailed, outlined, created, prepared,
    developed, assigned, appointed, named`);

function parted(text: string): string[] {
  return text.split(',').map((phrase) => phrase.trim().replace(/\s+/g, ' '));
}
