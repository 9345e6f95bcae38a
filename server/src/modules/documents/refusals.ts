import { type RefusalEntry, refuser } from '@tallystick/kernel';

export const documentRefusals = {
  'documents.type_unsupported': { status: 415, zh: '只接受 PDF、PNG 或 JPEG 文件。', en: 'Only PDF, PNG and JPEG files are taken.' },
  'documents.type_mismatch': {
    status: 422,
    zh: '文件内容与扩展名 .{extension} 不符，请上传原始文件。',
    en: 'The content does not fit the ending .{extension}; upload the original file.',
  },
  'documents.too_large': { status: 413, zh: '文件过大，上限为 10 MB。', en: 'The file is too large; the limit is 10 MB.' },
  'documents.empty': { status: 422, zh: '文件为空，请重新选择。', en: 'The file is empty; choose again.' },
  'documents.image_too_large': {
    status: 422,
    zh: '图片尺寸过大，请压缩到 5000 万像素以内。',
    en: 'The image is too large; at most 50 million pixels.',
  },
  'documents.active_content': {
    status: 422,
    zh: 'PDF 含有脚本或可执行内容，请打印为普通 PDF 后上传。',
    en: 'The PDF holds scripts or things that start programs; print it to a plain PDF and upload that.',
  },
  'documents.kind_unknown': {
    status: 422,
    zh: '没有该资料类型，或您不能提交该类型。',
    en: 'There is no such kind of document, or it is not yours to hand in.',
  },
  'documents.reviewed_already': { status: 409, zh: '该资料已审核，请刷新。', en: 'This document was reviewed already; reload.' },
  'documents.comment_missing': { status: 422, zh: '退回资料时请说明原因。', en: 'Say why when you reject a document.' },
} as const satisfies Record<string, RefusalEntry>;

export const refuse = refuser(documentRefusals);
