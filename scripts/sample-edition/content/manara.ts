import { at, type Publisher } from '../publisher';

export const manara: Publisher = {
  slug: 'manara',
  title: 'منارة الميناء',
  format: 'rss',
  language: 'ar',
  stories: [
    {
      slug: 'egypt-cabinet',
      title: 'الحكومة المصرية تقدم استقالتها بعد أيام من الاحتجاجات',
      summary: 'قدمت الحكومة استقالتها إلى المجلس العسكري قبل أسبوع من بدء الانتخابات.',
      published: at('18:05'),
    },
    {
      slug: 'curiosity',
      title: 'ناسا تؤجل إطلاق مسبار المريخ إلى 26 نوفمبر',
      summary: 'يجب تغيير بطارية في الصاروخ قبل الإطلاق.',
      published: at('09:30'),
    },
    {
      slug: 'durban',
      title: 'مؤتمر المناخ في ديربان يبدأ بعد أسبوع',
      summary: 'يبحث المؤتمر ما سيأتي بعد بروتوكول كيوتو.',
      published: at('07:20'),
    },
  ],
};
