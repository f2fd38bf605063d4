// What of ECharts is used, and nothing else of it is bundled.
import { LineChart, type LineSeriesOption } from 'echarts/charts'
import {
  DatasetComponent,
  GridComponent,
  MarkAreaComponent,
  type DatasetComponentOption,
  type GridComponentOption,
} from 'echarts/components'
import { use, type ComposeOption } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

use([LineChart, DatasetComponent, GridComponent, MarkAreaComponent, CanvasRenderer])

export type ChartOption = ComposeOption<LineSeriesOption | DatasetComponentOption | GridComponentOption>
export type { LineSeriesOption }
