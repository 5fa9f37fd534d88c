using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Policy;

namespace Workflows.Processes.Cases;

/// <summary>Says in sentences what a newer version of a process does differently.</summary>
public static class DifferenceWording
{
    private static readonly Dictionary<string, Bilingual> Properties = new()
    {
        ["type"] = new("步骤类型", "the kind of step"),
        ["titleZh"] = new("中文名称", "the Chinese title"),
        ["titleEn"] = new("英文名称", "the English title"),
        ["outcomes"] = new("可选结论", "the outcomes"),
        ["roles"] = new("办理角色", "who decides"),
        ["rule"] = new("会签规则", "the rule of countersigning"),
        ["form"] = new("表单", "the form"),
        ["requires"] = new("必填材料", "what must be stated"),
        ["declaration"] = new("须先签亲属关系声明", "whether the kinship declaration comes first"),
        ["final"] = new("是否终审", "whether it is final"),
        ["bulk"] = new("可否批量办理", "whether several may be decided at once"),
        ["skipRepeat"] = new("同一审批人是否跳过", "whether the same person is asked twice"),
        ["weights"] = new("票数权重", "the weight of each voice"),
        ["threshold"] = new("通过所需权重", "the weight that approves"),
        ["veto"] = new("谁有否决权", "who has a veto"),
        ["dueWorkingDays"] = new("办理期限（工作日）", "the working days to decide"),
        ["roundStage"] = new("批次阶段", "the stage of the round"),
        ["template"] = new("信件模板", "the letter's template"),
        ["formal"] = new("是否正式通知", "whether the letter is formal"),
        ["mode"] = new("汇合方式", "how branches come together"),
        ["endOf"] = new("等到哪一天", "the day it waits for"),
    };

    /// <summary>Every difference, one sentence each; none where the versions do the same.</summary>
    /// <param name="difference">What is different in the newer version.</param>
    /// <param name="older">The older version, for the titles of what is gone.</param>
    /// <param name="newer">The newer version.</param>
    public static IReadOnlyList<Bilingual> Sentences(DefinitionDifference difference, ProcessDefinition older, ProcessDefinition newer) =>
    [
        .. difference.Added.Select(step => new Bilingual($"新增步骤“{step.Title.Zh}”。", $"New step: {step.Title.En}.")),
        .. difference.Removed.Select(step => new Bilingual($"取消步骤“{step.Title.Zh}”。", $"Step left out: {step.Title.En}.")),
        .. difference.Changed.SelectMany(change => change.Properties.Select(property => Change(change.Activity.Title, property))),
        .. difference.ConnectionsAdded.Select(line => Way(line, newer) is var way
            ? new Bilingual($"新增去向：{way.Zh}。", $"New way: {way.En}.") : way),
        .. difference.ConnectionsRemoved.Select(line => Way(line, older) is var way
            ? new Bilingual($"取消去向：{way.Zh}。", $"Way left out: {way.En}.") : way),
        .. difference.Variables.Select(variable => new Bilingual(
            $"变量“{variable.Name}”：{variable.Before ?? "无"}→{variable.After ?? "无"}。",
            $"Variable {variable.Name}: {variable.Before ?? "none"} to {variable.After ?? "none"}.")),
    ];

    /// <summary>What is different about one step, as a sentence.</summary>
    public static Bilingual Change(ActivityTitle step, PropertyChange change)
    {
        var name = Properties.GetValueOrDefault(change.Name) ?? new Bilingual(change.Name, change.Name);
        var (before, after) = (Value(change.Name, change.Before), Value(change.Name, change.After));
        return new Bilingual($"步骤“{step.Zh}”：{name.Zh}由“{before.Zh}”改为“{after.Zh}”。",
            $"Step '{step.En}': {name.En} changes from '{before.En}' to '{after.En}'.");
    }

    private static Bilingual Way(ConnectionLine line, ProcessDefinition definition)
    {
        var (from, to, outcome) = (definition.Find(line.Source)!.Title, definition.Find(line.Target)!.Title, PortNames.Of(line.Port));
        return line.Port == "Done"
            ? new Bilingual($"“{from.Zh}”→“{to.Zh}”", $"'{from.En}' to '{to.En}'")
            : new Bilingual($"“{from.Zh}”（{outcome.Zh}）→“{to.Zh}”", $"'{from.En}' ({outcome.En}) to '{to.En}'");
    }

    private static Bilingual Value(string property, string? value) => value switch
    {
        null or "" => new Bilingual("无", "none"),
        "true" => new Bilingual("是", "yes"),
        "false" => new Bilingual("否", "no"),
        _ when property is "roles" or "veto" => List(value, part => Enum.TryParse<OfficeRole>(part, out var role) ? OfficeRoles.Name(role) : new(part, part)),
        _ when property is "outcomes" => List(value, PortNames.Of),
        _ => new Bilingual(value, value),
    };

    private static Bilingual List(string value, Func<string, Bilingual> name)
    {
        var names = value.Split(',', StringSplitOptions.TrimEntries).Select(name).ToList();
        return new Bilingual(string.Join("、", names.Select(one => one.Zh)), string.Join(", ", names.Select(one => one.En)));
    }
}
