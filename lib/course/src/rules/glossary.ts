import type { Language } from '../notebook/notebook';
import { readerWords } from './readerWords';
import { cellRule } from './rule';

/**
 * What the course does not say, and what it says: false friends, machine translations, words of other countries, and second
 * words for the same thing. A stem stands for its forms when it ends in `*`.
 */
const avoided: Readonly<Record<Language, readonly (readonly [avoided: string, said: string])[]>> = {
  pt: [
    ['aprendizagem de máquina', 'aprendizado de máquina'],
    ['aprendizagem automática', 'aprendizado de máquina'],
    ['base de dados', 'conjunto de dados'],
    ['bases de dados', 'conjuntos de dados'],
    ['dataset*', 'conjunto de dados'],
    ['etiqueta*', 'rótulo'],
    ['verdade básica', 'valor verdadeiro'],
    ['ponto fora da curva', 'valor atípico'],
    ['pontos fora da curva', 'valores atípicos'],
    ['outlier*', 'valor atípico'],
    ['EQM', 'MSE'],
    ['batelada*', 'lote'],
    ['batch*', 'lote'],
    ['gradiante*', 'gradiente'],
    ['gradiente descendente', 'descida do gradiente'],
    ['descenso', 'descida'],
    ['taxa de aprendizagem', 'taxa de aprendizado'],
    ['verosimilhança*', 'verossimilhança'],
    ['cross-entropia', 'entropia cruzada'],
    ['cross-entropy', 'entropia cruzada'],
    ['sigmóide*', 'sigmoide'],
    ['um-quente', 'one-hot'],
    ['perda dobradiça', 'perda hinge'],
    ['embedimento*', 'embedding'],
    ['cossenóide*', 'cosseno'],
    ['calibragem', 'calibração'],
    ['multi-rótulo*', 'multirrótulo'],
    ['multi-classe*', 'multiclasse'],
    ['superajust*', 'sobreajuste'],
    ['espinha dorsal', 'rede-base'],
    ['ficheiro*', 'arquivo'],
    ['ecrã*', 'tela'],
    ['utilizador*', 'quem usa'],
    ['rodar', 'executar'],
    ['rode', 'execute'],
    ['overfitting', 'sobreajuste'],
    ['threshold*', 'limiar'],
    ['idéia*', 'ideia'],
    ['freqüên*', 'frequên'],
    ['bilhão', '10⁹'],
    ['bilhões', '10⁹'],
    ['o aluno', 'quem estuda'],
    ['os alunos', 'estudantes'],
  ],
  es: [
    ['coste*', 'costo'],
    ['función de optimización', 'función objetivo'],
    ['aprendizaje de máquina*', 'aprendizaje automático'],
    ['base de datos', 'conjunto de datos'],
    ['bases de datos', 'conjuntos de datos'],
    ['dataset*', 'conjunto de datos'],
    ['rasgo*', 'atributo'],
    ['verdad fundamental', 'valor verdadero'],
    ['verdad de terreno', 'valor verdadero'],
    ['dato aberrante', 'valor atípico'],
    ['datos aberrantes', 'valores atípicos'],
    ['outlier*', 'valor atípico'],
    ['ECM', 'MSE'],
    ['pérdida cuantil', 'pérdida cuantílica'],
    ['tanda*', 'lote'],
    ['batch*', 'lote'],
    ['gradiente descendente', 'descenso de gradiente'],
    ['ritmo de aprendizaje', 'tasa de aprendizaje'],
    ['chequeo*', 'verificación'],
    ['chequea*', 'verificar'],
    ['puntuación', 'puntaje'],
    ['puntuaciones', 'puntajes'],
    ['verossimilitud', 'verosimilitud'],
    ['cross-entropy', 'entropía cruzada'],
    ['en caliente', 'one-hot'],
    ['perplexidad', 'perplejidad'],
    ['variancia*', 'varianza'],
    ['desviación típica', 'desviación estándar'],
    ['incrustaci*', 'embedding'],
    ['similaridad*', 'similitud'],
    ['fiabilidad', 'confiabilidad'],
    ['contenedor*', 'intervalo'],
    ['multi-etiqueta*', 'multietiqueta'],
    ['multi-clase*', 'multiclase'],
    ['sobreentrenamiento', 'sobreajuste'],
    ['infraajuste', 'subajuste'],
    ['columna vertebral', 'red base'],
    ['forzado del profesor', 'teacher forcing'],
    ['coma flotante', 'punto flotante'],
    ['correr la celda', 'ejecutar la celda'],
    ['corre la celda', 'ejecuta la celda'],
    ['librería*', 'biblioteca'],
    ['fichero*', 'archivo'],
    ['ordenador*', 'computadora'],
    ['vosotros', 'ustedes'],
    ['overfitting', 'sobreajuste'],
    ['threshold*', 'umbral'],
    ['sólo', 'solo'],
    ['guión', 'guion'],
    ['billón', '10¹²'],
    ['billones', '10¹²'],
    ['el alumno', 'quien estudia'],
    ['los alumnos', 'estudiantes'],
  ],
};

/** One word for each thing, in every lesson. Quotations, links, and cursive words, as English ones in brackets, may differ. */
export const glossary = cellRule('glossary', (cell, { language }) => {
  const text = readerWords(cell, language).replace(/`[^`]*`|<code>.*?<\/code>/gs, ' ');
  return patterns[language]
    .filter(({ pattern }) => pattern.test(text))
    .map(({ wrong, right }) => `the course does not say "${wrong}": "${right}"`);
});

const patterns = {
  pt: avoided.pt.map(asPattern),
  es: avoided.es.map(asPattern),
};

function asPattern([wrong, right]: readonly [string, string]): { pattern: RegExp; wrong: string; right: string } {
  const words = wrong.replace(/\*$/, '').replace(/ /g, '\\s+');
  const end = wrong.endsWith('*') ? '' : '(?![\\p{L}])';
  return { pattern: new RegExp(`(?<![\\p{L}-])${words}${end}`, 'iu'), wrong: wrong.replace(/\*$/, '…'), right };
}
