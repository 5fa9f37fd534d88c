using System.CommandLine;
using Workflows.Worker.Commands;

var root = new RootCommand("教师进修学校人事流程：遴选、挂职、轮岗 / hiring, secondment and rotation of a teacher training college")
{
    CommonOptions.AsOf,
    CommonOptions.WorkflowsFolder,
    RunCommand.Create(),
    DemoCommand.Create(),
    MigrateCommand.Create(),
    ImportCommand.Create(),
    RemindersCommand.Create(),
    ReportCommand.Create(),
    new Command("plan", "排出今后几个学期的计划，不改动任何数据 / plan the coming semesters; changes nothing")
    {
        PlanSecondmentCommand.Create(),
        PlanRotationCommand.Create(),
    },
    AccountCommand.Create(),
    AuditCommand.Create(),
    BackupCommand.Create(),
    RestoreCommand.Create(),
    SendingCommand.Create(),
    new Command("check", "按政策文件核对一份文件，不改动任何数据 / check a file against the policy; changes nothing")
    {
        CheckHiringCommand.Create(),
    },
};

return await CommandLine.Invoke(root, args);
