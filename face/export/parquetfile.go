package export

import (
	"encoding/binary"
	"io"
	"math"

	"github.com/parquet-go/parquet-go/deprecated"
	"github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"

	"griot"
)

// parquetFile writes events as a Parquet file (github.com/apache/parquet-format):
// in a row group each column is one page of plain, uncompressed values. Only the
// layout of the metadata comes from the library; its writer would link every
// codec there is, a tenth of the whole program.
type parquetFile struct {
	w       io.Writer
	at      int64 // bytes written
	columns []parquetColumn
	pages   []parquetPage // of the row group in the making, one a column
	rows    int           // in them
	meta    format.FileMetaData
}

// rowsInGroup bounds the memory of a row group to a few megabytes.
const rowsInGroup = 20000

const parquetMagic = "PAR1"

// parquetColumn is a column and how it takes its value from an event.
type parquetColumn struct {
	name string
	kind parquetKind
	put  func(*parquetPage, *griot.Event)
}

// parquetKind is what the values of a column are.
type parquetKind struct {
	stored   format.Type
	means    format.LogicalTypeValue // nil: what is stored
	formerly thrift.Null[deprecated.ConvertedType]
	optional bool
	list     bool
}

// The kinds of columns.
var (
	textKind  = parquetKind{stored: format.ByteArray, means: &format.StringType{}, formerly: thrift.New(deprecated.UTF8)}
	listKind  = parquetKind{stored: format.ByteArray, means: &format.StringType{}, formerly: thrift.New(deprecated.UTF8), list: true}
	dateKind  = parquetKind{stored: format.Int32, means: &format.DateType{}, formerly: thrift.New(deprecated.Date)}
	countKind = parquetKind{stored: format.Int32}
	tollKind  = parquetKind{stored: format.Int64}
	realKind  = parquetKind{stored: format.Double}
	truthKind = parquetKind{stored: format.Boolean}
)

// orNull is the kind with values that may be unknown.
func (k parquetKind) orNull() parquetKind {
	k.optional = true
	return k
}

func newParquetFile(w io.Writer, columns []parquetColumn) *parquetFile {
	f := &parquetFile{w: w, columns: columns, pages: make([]parquetPage, len(columns))}
	f.meta = format.FileMetaData{Version: 1, CreatedBy: "griot version 1", RowGroups: thrift.Slice[format.RowGroup]{}}
	root := format.SchemaElement{Name: "event", NumChildren: thrift.New(int32(len(columns)))}
	f.meta.Schema = append(f.meta.Schema, root)
	for _, c := range columns {
		f.meta.Schema = append(f.meta.Schema, c.schema()...)
	}
	return f
}

// schema is the column's part of the schema. A list is three levels deep.
func (c *parquetColumn) schema() []format.SchemaElement {
	repeats := thrift.New(format.Required)
	if c.kind.optional {
		repeats = thrift.New(format.Optional)
	}
	leaf := format.SchemaElement{Name: c.name, Type: thrift.New(c.kind.stored), RepetitionType: repeats,
		ConvertedType: c.kind.formerly, LogicalType: format.LogicalType{Value: c.kind.means}}
	if !c.kind.list {
		return []format.SchemaElement{leaf}
	}
	leaf.Name = "element"
	one := thrift.New(int32(1))
	return []format.SchemaElement{
		{Name: c.name, RepetitionType: repeats, NumChildren: one, ConvertedType: thrift.New(deprecated.List), LogicalType: format.LogicalType{Value: &format.ListType{}}},
		{Name: "list", RepetitionType: thrift.New(format.Repeated), NumChildren: one},
		leaf,
	}
}

// path is where the column's values stand in the schema.
func (c *parquetColumn) path() []string {
	if c.kind.list {
		return []string{c.name, "list", "element"}
	}
	return []string{c.name}
}

// add adds a row.
func (f *parquetFile) add(e *griot.Event) error {
	for i, c := range f.columns {
		c.put(&f.pages[i], e)
	}
	if f.rows++; f.rows < rowsInGroup {
		return nil
	}
	return f.flush()
}

// flush writes the row group.
func (f *parquetFile) flush() error {
	if f.rows == 0 {
		return nil
	}
	if err := f.begin(); err != nil {
		return err
	}
	group := format.RowGroup{NumRows: int64(f.rows), FileOffset: f.at, Ordinal: int16(len(f.meta.RowGroups))}
	for i := range f.columns {
		chunk, err := f.chunk(&f.columns[i], &f.pages[i])
		if err != nil {
			return err
		}
		group.Columns = append(group.Columns, chunk)
		group.TotalByteSize += chunk.MetaData.TotalUncompressedSize
		f.pages[i] = parquetPage{}
	}
	group.TotalCompressedSize = group.TotalByteSize
	f.meta.RowGroups = append(f.meta.RowGroups, group)
	f.meta.NumRows += int64(f.rows)
	f.rows = 0
	return nil
}

// chunk writes the page of a column with its header.
func (f *parquetFile) chunk(c *parquetColumn, p *parquetPage) (format.ColumnChunk, error) {
	body, values := p.bytes(), f.rows
	if p.defined != nil {
		values = len(p.defined)
	}
	header, err := thrift.Marshal(&thrift.CompactProtocol{}, format.PageHeader{
		Type: format.DataPage, UncompressedPageSize: int32(len(body)), CompressedPageSize: int32(len(body)),
		DataPageHeader: thrift.New(format.DataPageHeader{NumValues: int32(values), Encoding: format.Plain, DefinitionLevelEncoding: format.RLE, RepetitionLevelEncoding: format.RLE}),
	})
	if err != nil {
		return format.ColumnChunk{}, err
	}
	begin := f.at
	for _, b := range [][]byte{header, body} {
		if err := f.write(b); err != nil {
			return format.ColumnChunk{}, err
		}
	}
	return format.ColumnChunk{FileOffset: begin, MetaData: format.ColumnMetaData{
		Type: c.kind.stored, Encoding: []format.Encoding{format.Plain, format.RLE}, PathInSchema: c.path(), Codec: format.Uncompressed,
		NumValues: int64(values), TotalUncompressedSize: f.at - begin, TotalCompressedSize: f.at - begin, DataPageOffset: begin,
	}}, nil
}

// begin writes what a file begins with, once.
func (f *parquetFile) begin() error {
	if f.at > 0 {
		return nil
	}
	return f.write([]byte(parquetMagic))
}

// close writes what is left and the metadata; it does not close w.
func (f *parquetFile) close() error {
	if err := f.flush(); err != nil {
		return err
	}
	if err := f.begin(); err != nil {
		return err
	}
	footer, err := thrift.Marshal(&thrift.CompactProtocol{}, f.meta)
	if err != nil {
		return err
	}
	footer = binary.LittleEndian.AppendUint32(footer, uint32(len(footer)))
	return f.write(append(footer, parquetMagic...))
}

func (f *parquetFile) write(b []byte) error {
	n, err := f.w.Write(b)
	f.at += int64(n)
	return err
}

// parquetPage gathers the values of a column.
type parquetPage struct {
	values   []byte
	truths   int    // how many values are bits
	defined  []byte // of columns with nulls or lists: 1 for each value, 0 for each null or empty list
	repeated []byte // of lists: 0 for each that begins a row, 1 for each that goes on
}

// known notes whether the row has a value, which must follow when it does.
func (p *parquetPage) known(yes bool) bool {
	level := byte(0)
	if yes {
		level = 1
	}
	p.defined = append(p.defined, level)
	return yes
}

func (p *parquetPage) text(s string) {
	p.values = append(binary.LittleEndian.AppendUint32(p.values, uint32(len(s))), s...)
}

func (p *parquetPage) count(n int) {
	p.values = binary.LittleEndian.AppendUint32(p.values, uint32(int32(n)))
}

func (p *parquetPage) toll(n int64) {
	p.values = binary.LittleEndian.AppendUint64(p.values, uint64(n))
}

func (p *parquetPage) real(v float64) {
	p.values = binary.LittleEndian.AppendUint64(p.values, math.Float64bits(v))
}

// date puts a day, counted from 1 January 1970, or null.
func (p *parquetPage) date(d griot.Day) {
	if p.known(d.Known()) {
		p.count(int(d - griot.NewDay(1970, 1, 1)))
	}
}

// truth puts a bit, the lowest of a byte first.
func (p *parquetPage) truth(yes bool) {
	if p.truths%8 == 0 {
		p.values = append(p.values, 0)
	}
	if yes {
		p.values[len(p.values)-1] |= 1 << (p.truths % 8)
	}
	p.truths++
}

func (p *parquetPage) list(all []string) {
	for i, s := range all {
		p.known(true)
		p.repeated = append(p.repeated, byte(min(i, 1)))
		p.text(s)
	}
	if len(all) == 0 {
		p.known(false)
		p.repeated = append(p.repeated, 0)
	}
}

// bytes is the page as it stands in the file.
func (p *parquetPage) bytes() []byte {
	return append(appendLevels(appendLevels(nil, p.repeated), p.defined), p.values...)
}

// appendLevels appends levels of one bit, as runs of equal ones with their length before.
func appendLevels(b, levels []byte) []byte {
	if levels == nil {
		return b
	}
	var runs []byte
	for begin := 0; begin < len(levels); {
		end := begin + 1
		for end < len(levels) && levels[end] == levels[begin] {
			end++
		}
		runs = append(binary.AppendUvarint(runs, uint64(end-begin)<<1), levels[begin])
		begin = end
	}
	return append(binary.LittleEndian.AppendUint32(b, uint32(len(runs))), runs...)
}
