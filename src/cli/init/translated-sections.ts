import { normaliseName } from '../../sections/names/normalise.ts';

/** What handbooks in other languages call the sections of the built-in role type, by its ids; each as `normaliseName` gives it. */
const names: Readonly<Record<string, string>> = {
  responsibilities: `
    aufgaben, deine aufgaben, ihre aufgaben, hauptaufgaben, aufgabenbereich, aufgaben und verantwortung, verantwortung,
    aufgaben und verantwortlichkeiten, verantwortlichkeiten, zuständigkeiten, tätigkeiten, missions, vos missions,
    tes missions, missions principales, missions et responsabilités, responsabilités, rôle et responsabilités,
    responsabilidades, responsabilidades principales, funciones, funciones y responsabilidades, tareas, atribuições,
    principais responsabilidades, responsabilità, compiti, mansioni, compiti e responsabilità, verantwoordelijkheden, taken,
    taken en verantwoordelijkheden, ansvarsområden, arbetsuppgifter, ansvarsområder, arbejdsopgaver, arbeidsoppgaver,
    obowiązki, zakres obowiązków, zadania, обязанности, должностные обязанности, зона ответственности, 責任, 職務内容, 業務内容,
    担当業務, 役割と責任, 职责, 工作职责, 岗位职责, 책임, 담당 업무, 주요 업무`,
  reporting: `
    berichtslinie, berichtsweg, berichtet an, berichtsstruktur, vorgesetzte, vorgesetzter, vorgesetzte person, unterstellung,
    führungskraft, rattachement hiérarchique, rattachement, responsable hiérarchique, supérieur hiérarchique, hiérarchie,
    lien hiérarchique, reporta a, depende de, dependencia, dependencia jerárquica, línea de reporte, superior jerárquico,
    reporta se a, linha de reporte, superior imediato, subordinação, riporta a, linea di riporto, riporto gerarchico,
    responsabile diretto, rapporteert aan, rapportagelijn, leidinggevende, rapporterar till, närmaste chef, refererer til,
    rapporterer til, nærmeste leder, raportuje do, przełożony, bezpośredni przełożony, подчинение, подчиняется, руководитель,
    レポートライン, 報告先, 上司, 指揮命令系統, 汇报对象, 汇报关系, 直属上级, 보고 대상, 보고 체계, 상사`,
  okrs: `
    okr, ziele, ziele okrs, ziele und kennzahlen, ziele und schlüsselergebnisse, zielvereinbarung, objectifs,
    objectifs okr, objectifs et résultats clés, objetivos, objetivos y resultados clave, metas, objetivos e resultados chave,
    obiettivi, obiettivi e risultati chiave, doelen, doelstellingen, doelstellingen en kernresultaten, mål,
    mål och nyckelresultat, cele, cele i kluczowe rezultaty, цели, цели и ключевые результаты, 目標, 目標と主要な成果,
    目标, 目标与关键结果, 목표, 목표와 핵심 결과`,
};

const ids = new Map(
  Object.entries(names).flatMap(([id, list]) => list.split(',').map((name) => [normaliseName(name), id] as const)),
);

/** The section of the role type that a heading in another language names: `responsibilities` for "Aufgaben"; `null` for all else. */
export function translatedSection(heading: string): string | null {
  return ids.get(normaliseName(heading)) ?? null;
}
