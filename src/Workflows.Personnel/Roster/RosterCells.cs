using System.Globalization;
using Workflows.Personnel.Spellings;
using Workflows.Personnel.Tables;
using Workflows.Policy;
using Workflows.Policy.Dates;
using Workflows.Policy.Identity;
using Workflows.Policy.Semesters;

namespace Workflows.Personnel.Roster;

/// <summary>
/// Reads the cells of one row, one kind of cell each. What can't be read is a fault; what isn't said is empty; nothing is guessed.
/// </summary>
internal sealed class RosterCells(TableRow row, RowFaults faults, SpellingBook spellings)
{
    private static readonly string[] Strokes = ["-", "—", "--", "——", "/", "无"];

    /// <summary>The row's number.</summary>
    public int Row => row.Number;

    /// <summary>Whether the sheet has the column.</summary>
    public bool Has(string column) => row.Cells.ContainsKey(column);

    /// <summary>The cell in half width, without spaces at its ends.</summary>
    public string Text(string column) => WrittenForm.Fold(row[column]);

    /// <summary>The cell without any spaces.</summary>
    public string Compact(string column) => WrittenForm.Compact(row[column]);

    /// <summary>The cell without any spaces, or the listed word that it stands for.</summary>
    public string Listed(string column) => spellings.Listed(column, row[column]);

    /// <summary>The name in the row; an empty one is a fault.</summary>
    public string Name(string column = RosterColumns.Name)
    {
        var name = WrittenForm.Name(row[column]);
        if (name.Length == 0) Empty(column);
        return name;
    }

    /// <summary>Whom the row speaks of; an empty name is a fault.</summary>
    public PersonKey Who() => new(Name(), Compact(RosterColumns.StaffNumber));

    /// <summary>A text that must be there; an empty cell is a fault.</summary>
    public string Required(string column)
    {
        var text = Text(column);
        if (text.Length == 0) Empty(column);
        return text;
    }

    /// <summary>A word of a list; an empty cell is a fault too, where the column is one that must be filled.</summary>
    public T? OneOf<T>(string column, Func<string, T?> meaning, string allowed) where T : struct
    {
        var word = Listed(column);
        if (meaning(word) is { } known) return known;
        if (word.Length == 0)
        {
            faults.Fault(Row, column, new("没有填写", "is empty"), OneOf(allowed));
            return null;
        }
        faults.Unlisted.Add(new UnlistedWord(column, word));
        faults.Fault(Row, column, new($"“{word}”不认识", $"“{word}” isn't known"), OneOf(allowed));
        return null;
    }

    /// <summary>A school stage; an empty cell and a word that isn't listed are faults.</summary>
    public SchoolStage? Stage(string column) => OneOf<SchoolStage>(column, SchoolStages.Parse, SchoolStages.Words);

    /// <summary>Yes or no; an empty cell is a fault.</summary>
    public bool? Decided(string column)
    {
        if (Compact(column).Length == 0) faults.Fault(Row, column, new("没有填写", "is empty"), OneOf("是 否 √ ×"));
        return YesOrNo(column);
    }

    /// <summary>Yes or no; null for an empty cell.</summary>
    public bool? YesOrNo(string column)
    {
        var word = Compact(column);
        if (word.Length == 0) return null;
        var answer = StaffWords.YesOrNo(word);
        if (answer is null) faults.Fault(Row, column, new($"“{word}”不认识", $"“{word}” isn't known"), OneOf("是 否 √ ×"));
        return answer;
    }

    /// <summary>A day or a month; <see cref="DateReading.Empty"/> for an empty cell or a stroke.</summary>
    public WrittenDate Date(string column)
    {
        if (Strokes.Contains(Compact(column))) return WrittenDate.Parse("");
        var date = WrittenDate.Parse(row[column]);
        if (date.Reading is DateReading.Ambiguous) AskMonth(column, Compact(column));
        else if (date.Reading is DateReading.Impossible) faults.Fault(Row, column, Not(column, "没有这一天", "is no real date"), RightDate);
        else if (date.Reading is DateReading.Unreadable) faults.Fault(Row, column, Not(column, "不是日期", "is no date"), RightDate);
        return date;
    }

    /// <summary>A day or a month that must be there; null with a fault where it isn't, or can't be read.</summary>
    public WrittenDate? Since(string column)
    {
        var date = Date(column);
        if (date.Reading is DateReading.Empty) faults.Fault(Row, column, new("没有填写", "is empty"), RightDate);
        return date.IsKnown ? date : null;
    }

    /// <summary>A day that must be there; null with a fault where it isn't, can't be read, or is only a month.</summary>
    public DateOnly? Day(string column)
    {
        var date = Since(column);
        if (date is { Reading: DateReading.Month })
            faults.Fault(Row, column, Not(column, "没有写到日", "doesn't say the day"), new("请写成 2026-03-05", "write it like 2026-03-05"));
        return date is { Reading: DateReading.Day } ? date.First : null;
    }

    /// <summary>A time such as <c>2024-09~2029-08</c>, in days, months or semesters; null with a fault where it is empty or can't be read.</summary>
    public WrittenSpan? Span(string column)
    {
        var span = WrittenSpan.Parse(row[column]);
        if (span is null) NoSpan(column, Text(column));
        return span;
    }

    /// <summary>The times of a cell, separated by <c>;</c>, each with an end and none in semesters; a stroke or nothing is none.</summary>
    public IReadOnlyList<SpanDays> Terms(string column)
    {
        var terms = new List<SpanDays>();
        if (Strokes.Contains(Compact(column))) return terms;
        foreach (var written in WrittenForm.Entries(row[column]))
        {
            if (WrittenSpan.Parse(written) is { From: { } from, To: { } to }) terms.Add(new SpanDays(from.First, to.Last.AddDays(1), false));
            else NoSpan(column, written);
        }
        return terms;
    }

    /// <summary>A number that isn't negative, in units of one; null for an empty cell, with a fault where it is none.</summary>
    /// <param name="column">The column.</param>
    /// <param name="unit">The unit that may stand behind it, such as 元; with 万 before it, it counts ten thousand times.</param>
    public decimal? Number(string column, string unit = "")
    {
        const int tenThousand = 10_000;
        var text = Compact(column).Replace(",", "", StringComparison.Ordinal);
        if (text.Length == 0 || Strokes.Contains(text)) return null;
        var bare = unit.Length > 0 && text.EndsWith(unit, StringComparison.Ordinal) ? text[..^unit.Length] : text;
        var times = bare.EndsWith('万') ? tenThousand : 1;
        if (decimal.TryParse(bare.TrimEnd('万'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number * times;
        faults.Fault(Row, column, Not(column, "不是数", "is no number"), new("请只写数字,例如 286500000", "write digits only, such as 286500000"));
        return null;
    }

    /// <summary>A semester such as <c>2026-2027-1</c>; null for an empty cell, with a fault where it is none.</summary>
    public SemesterName? Semester(string column)
    {
        if (Compact(column).Length == 0) return null;
        var semester = SemesterName.Parse(row[column]);
        if (semester is null)
            faults.Fault(Row, column, Not(column, "不是学期", "is no semester"), new("请写成 2026-2027-1", "write it like 2026-2027-1"));
        return semester;
    }

    /// <summary>The cell is wrong.</summary>
    public void Fault(string column, string zh, string en, Bilingual remedy) => faults.Fault(Row, column, Not(column, zh, en), remedy);

    /// <summary>The row leaves something open.</summary>
    public void Ask(string column, Bilingual what, Bilingual remedy) => faults.Ask(Row, column, what, remedy);

    /// <summary>The cell is empty and must not be.</summary>
    public void Empty(string column) => faults.Fault(Row, column, new("没有填写", "is empty"), new($"请填写{column}", $"state {column}"));

    /// <summary>The ID number in one form; of another kind of paper, the number as written.</summary>
    public IdNumber Id()
    {
        var column = Compact(RosterColumns.IdNumber).Length > 0 ? RosterColumns.IdNumber : RosterColumns.PaperNumber;
        var paper = Compact(RosterColumns.PaperKind);
        if (paper.Length > 0 && !paper.Contains("身份证", StringComparison.Ordinal))
        {
            return new IdNumber(IdNumberState.Valid, Compact(column).ToUpperInvariant(), null);
        }
        var id = IdNumber.Parse(row[column]);
        if (Damage(id.State) is { } what)
            faults.Fault(Row, column, what, new("请按证件填写18位号码,单元格设为文本", "type the 18 characters from the card, as text"));
        return id;
    }

    private void NoSpan(string column, string written)
        => faults.Fault(
            Row,
            column,
            new($"“{written}”不是起止时间", $"“{written}” is no time from one day to another"),
            new("请写成 2024-09~2029-08", "write it like 2024-09~2029-08"));

    private void AskMonth(string column, string cell)
    {
        var year = cell[..4];
        faults.Fault(
            Row,
            column,
            new($"“{cell}”是{year}年1月,还是被存成数字的{year}年10月?", $"is “{cell}” January {year}, or October {year} stored as a number?"),
            new($"请写成 {year}-01 或 {year}-10", $"write {year}-01 or {year}-10"));
    }

    private Bilingual Not(string column, string zh, string en) => new($"“{Text(column)}”{zh}", $"“{Text(column)}” {en}");

    private static Bilingual RightDate => new("请写成 1985-07-09 或 1985-07", "write it like 1985-07-09 or 1985-07");

    private static Bilingual OneOf(string allowed) => new($"应为:{allowed}", $"must be one of: {allowed}");

    private static Bilingual? Damage(IdNumberState state) => state switch
    {
        IdNumberState.Scientific => new("号码成了科学计数法,末几位已丢失", "turned into scientific notation; its last digits are lost"),
        IdNumberState.Zeroed => new("号码末几位成了0", "its last digits turned into zeroes"),
        IdNumberState.WrongChecksum => new("校验码不对", "the check digit is wrong"),
        IdNumberState.Malformed => new("不是18位身份证号", "isn't an ID number of 18 characters"),
        _ => null,
    };
}
