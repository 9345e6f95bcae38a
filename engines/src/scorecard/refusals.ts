import { type RefusalEntry, refuser } from '@tallystick/kernel';

/** What the scorecard engine says no to, and what to do about it. */
export const SCORECARD_REFUSALS = {
  'scorecard.card_invalid': {
    status: 422,
    zh: '评分卡定义有误（{where}）：{problem}。请修正评分卡文件后重试。',
    en: 'The card is not valid ({where}): {problem}. Correct the card file and try again.',
  },
  'scorecard.one_class': {
    status: 422,
    zh: '样本中只有一类结果（坏样本 {bads} / 共 {rows}）。请扩大样本窗口，使好坏样本都存在。',
    en: 'The sample holds one outcome only ({bads} bad of {rows}). Widen the window until both good and bad loans are in it.',
  },
  'scorecard.nothing_left': {
    status: 422,
    zh: '没有任何变量通过筛选。请检查变量取值和方向设定。',
    en: 'No attribute survived selection. Check the values and the stated directions.',
  },
  'scorecard.no_solution': {
    status: 422,
    zh: '逻辑回归没有唯一解。请删除重复或完全相关的变量。',
    en: 'The logistic regression has no single solution. Remove duplicated or perfectly related attributes.',
  },
  'scorecard.unknown_grade': {
    status: 422,
    zh: '评级 {grade} 不在评级尺度中。请补全评级尺度，或把该评级映射到已有等级。',
    en: 'The grade {grade} is not on the scale. Add it to the scale or map it to a grade that is.',
  },
  'scorecard.no_generator': {
    status: 422,
    zh: '该迁移矩阵没有对数（等级内迁出多于留存），无法求生成元。请使用带日期的评级按持续期法估计。',
    en: 'This migration matrix has no logarithm (grades are left more than kept), so it has no generator. Use dated ratings and the duration method.',
  },
  'scorecard.behaviour_policy': {
    status: 422,
    zh: '行为评分策略自相矛盾：降额线须不高于提额线，一级催收线须不高于二级催收线。',
    en: 'The behaviour policy contradicts itself: the line that cuts must not be above the one that raises, nor the first collection line above the second.',
  },
  'scorecard.file_empty': {
    status: 422,
    zh: '文件为空，或只有表头而没有数据行。请提供带表头且至少一行数据的 CSV 文件。',
    en: 'The file is empty or holds a header and no rows. Give a CSV file with a header row and at least one row of data.',
  },
  'scorecard.encoding': {
    status: 422,
    zh: '第 {row} 行、“{column}”列不是 UTF-8 文本（第 0 行为表头）。请另存为 UTF-8 编码的 CSV 后重试。',
    en: 'Row {row}, column "{column}" is not UTF-8 text (row 0 is the header). Save the file as CSV in UTF-8 and try again.',
  },
  'scorecard.header_twice': {
    status: 422,
    zh: '表头中“{column}”出现两次。请为每一列使用不同的名称。',
    en: 'The header names column "{column}" twice. Give every column its own name.',
  },
  'scorecard.row_ragged': {
    status: 422,
    zh: '第 {row} 行有 {cells} 个单元格，表头有 {columns} 列。请补齐或删除该行，或给含逗号的文字加上双引号。',
    en: 'Row {row} has {cells} cells and the header {columns} columns. Complete or remove the row, or put quotes around texts with commas.',
  },
  'scorecard.quote_open': {
    status: 422,
    zh: '第 {row} 行的双引号没有结束。请补上缺少的引号。',
    en: 'A quote that opens in row {row} is never closed. Add the missing quote.',
  },
  'scorecard.column_unknown': {
    status: 422,
    zh: '数据中没有“{column}”列。现有列：{columns}。',
    en: 'The data has no column "{column}". Its columns are: {columns}.',
  },
  'scorecard.bad_value_unknown': {
    status: 422,
    zh: '“{column}”列中没有取值“{value}”。该列的取值有：{values}。请用 --bad 指明坏样本的取值。',
    en: 'Column "{column}" never holds the value "{value}". It holds: {values}. Name the value of a bad loan with --bad.',
  },
  'scorecard.option_invalid': {
    status: 422,
    zh: '选项 {option} 的写法“{value}”无法识别。应写成：{form}。',
    en: 'Option {option} cannot be read as "{value}". Write it as: {form}.',
  },
  'scorecard.split_empty': {
    status: 422,
    zh: '按“{split}”切分后，训练或检验样本为空（训练 {train} 行，检验 {test} 行）。请修改切分方式。',
    en: 'The split "{split}" leaves no training or no test rows ({train} and {test}). Choose another split.',
  },
  'scorecard.onnx_missing': {
    status: 422,
    zh: '读取 ONNX 模型需要运行库，本机未安装。请执行 npm install --no-save onnxruntime-web（约 150 MB，MIT 许可）后重试；或把挑战者保存为评分卡 JSON。',
    en: 'Reading an ONNX model needs a runtime, and none is installed. Run npm install --no-save onnxruntime-web (about 150 MB, MIT licence) and try again, or give the challenger as a card in JSON.',
  },
  'scorecard.onnx_unusable': {
    status: 422,
    zh: '无法使用模型 {file}：{problem}。',
    en: 'The model {file} cannot be used: {problem}.',
  },
  'scorecard.slope_wrong': {
    status: 422,
    zh: '近期数据中评分与结果方向相反或无关（斜率 {slope}），重新校准无法修复。请检查目标列与坏样本取值，或重新建卡。',
    en: 'On the recent rows the score ranks the wrong way or not at all (slope {slope}); no recalibration mends that. Check the target column and the bad value, or build again.',
  },
  'scorecard.file_missing': {
    status: 422,
    zh: '找不到文件 {file}。请检查路径。',
    en: 'There is no file {file}. Check the path.',
  },
  'scorecard.file_damaged': {
    status: 422,
    zh: '文件 {file} 不是完整的 gzip 文件。请重新下载或重新压缩。',
    en: 'The file {file} is not a whole gzip file. Fetch or compress it again.',
  },
  'scorecard.share_invalid': {
    status: 422,
    zh: '目标列“{column}”第 {row} 行不是 0 到 1 之间的比例。请换算为比例（如违约损失率），或去掉 --share。',
    en: 'Target column "{column}", row {row}, is not a share between 0 and 1. Turn it into a share (such as loss given default) or leave --share out.',
  },
  'scorecard.weight_invalid': {
    status: 422,
    zh: '权重列“{column}”第 {row} 行不是非负数。请改正或不使用该权重列。',
    en: 'Weight column "{column}", row {row}, is not a number of zero or more. Correct it or leave the weights out.',
  },
  'scorecard.no_rejects': {
    status: 422,
    zh: '每一行的“{column}”都有结果，没有被拒绝的申请可供推断。请在数据中加入没有结果的申请，或去掉 --rejects。',
    en: 'Every row has an outcome in "{column}", so there are no rejects to infer. Add applications without an outcome or leave --rejects out.',
  },
} as const satisfies Record<string, RefusalEntry>;

export const refuseScorecard = refuser(SCORECARD_REFUSALS);
